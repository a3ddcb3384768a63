package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import com.modalitysystems.onboarding.mail.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

import org.springframework.stereotype.Component;

/**
 * Writes into the record which stage the drawing has reached, and for whom it waits. Each
 * end takes the letters with it that are no longer true.
 */
@Component
class EnterStage implements ExecutionListener {

	private final Customers customers;

	private final Letters letters;

	EnterStage(Customers customers, Letters letters) {
		this.customers = customers;
		this.letters = letters;
	}

	@Override
	public void notify(DelegateExecution execution) {
		BaseElement place = (BaseElement) execution.getBpmnModelElementInstance();
		CustomerReference reference = CustomerStep.referenceOf(execution);
		this.customers.enter(reference, Stage.valueOf(property(place, "stage")),
				WaitingFor.valueOf(property(place, "waitingFor")));
		this.letters.withdraw(this.customers.require(reference));
	}

	private static String property(BaseElement place, String name) {
		return place.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.singleResult()
			.getCamundaProperties()
			.stream()
			.filter(property -> property.getCamundaName().equals(name))
			.map(CamundaProperty::getCamundaValue)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(place.getId() + " does not say its " + name));
	}

}
