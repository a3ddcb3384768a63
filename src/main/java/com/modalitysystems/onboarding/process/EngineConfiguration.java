package com.modalitysystems.onboarding.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.CustomerWishes;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.time.ClockMoved;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;

/** How the engine is set up: the only place that touches its inner classes. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

	@Bean
	AbstractCamundaConfiguration engineRules(ObjectProvider<Customers> customers, ObjectProvider<CustomerWishes> wishes,
			ObjectProvider<Trail> trail) {
		return new AbstractCamundaConfiguration() {

			@Override
			public void preInit(SpringProcessEngineConfiguration engine) {
				engine.setHistoryLevel(new DecisionsOnlyHistory());
				engine.setCustomHistoryLevels(List.of(engine.getHistoryLevel()));
				engine.setHistory(engine.getHistoryLevel().getName());
				engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
				engine.setHistoryCleanupBatchWindowStartTime("02:00");
				engine.setHistoryCleanupBatchWindowEndTime("05:00");
				engine.setCustomIncidentHandlers(List.of(new IncidentsInTheRecord(customers, wishes, trail)));
				engine.setEnableCmdExceptionLogging(false);
				engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT15M,PT1H");
			}

			@Override
			public void postInit(SpringProcessEngineConfiguration engine) {
				// not before: Camunda's starter sets its own
				engine.setFailedJobCommandFactory(FailedStep::new);
			}

		};
	}

	@Bean
	CamundaDeploymentConfiguration drawingsAndForms() {
		return new DefaultDeploymentConfiguration() {

			@Override
			public Set<Resource> getDeploymentResources() {
				return super.getDeploymentResources().stream().map(NamedResource::new).collect(Collectors.toSet());
			}

		};
	}

	// before those who then ask the engine what is due
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void followTheClock(ClockMoved moved) {
		ClockUtil.offset(moved.offset().toMillis());
	}

}
