package com.modalitysystems.onboarding.process;

import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

import org.springframework.stereotype.Component;

/** Writes into the record which stage the drawing has reached, and for whom it waits. */
@Component
class EnterStage implements ExecutionListener {

	private final Customers customers;

	EnterStage(Customers customers) {
		this.customers = customers;
	}

	@Override
	public void notify(DelegateExecution execution) {
		BaseElement place = (BaseElement) execution.getBpmnModelElementInstance();
		this.customers.enter(CustomerStep.referenceOf(execution), Stage.valueOf(property(place, "stage")),
				WaitingFor.valueOf(property(place, "waitingFor")));
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
