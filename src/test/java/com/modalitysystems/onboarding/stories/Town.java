package com.modalitysystems.onboarding.stories;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Actor;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.Customers;
import com.modalitysystems.onboarding.customer.OnboardingRequest;
import com.modalitysystems.onboarding.customer.SetupLinks;
import com.modalitysystems.onboarding.customer.Trail;
import com.modalitysystems.onboarding.process.Days;
import com.modalitysystems.onboarding.process.Onboarding;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a story happens: the house, the world around it, and two customers. */
final class Town {

	private static final Instant MONDAY = Instant.parse("2031-03-03T10:00:00Z");

	static final List<String> NAMES = List.of("Ada", "Bo");

	final Days days;

	final Clock clock;

	final Customers customers;

	final Onboarding onboarding;

	final TaskService tasks;

	final FormService forms;

	final IdentityService identities;

	private final RuntimeService runtime;

	private final HistoryService history;

	final ManagementService management;

	final RepositoryService drawings;

	final JdbcClient jdbc;

	final Web web;

	/** How often staff had a letter sent again. */
	final Map<Long, Integer> resent = new HashMap<>();

	/** Whether the round that wakes has just been. */
	boolean woken;

	/** Whether anything outside was out of order at any time. */
	boolean faulty;

	private final Trail trail;

	private final SetupLinks links;

	private final MeterRegistry meters;

	private final List<Guest> guests = new ArrayList<>();

	Town(ApplicationContext house, List<Start> starts) {
		this.days = house.getBean(Days.class);
		this.clock = house.getBean(Clock.class);
		this.customers = house.getBean(Customers.class);
		this.onboarding = house.getBean(Onboarding.class);
		this.tasks = house.getBean(TaskService.class);
		this.forms = house.getBean(FormService.class);
		this.identities = house.getBean(IdentityService.class);
		this.history = house.getBean(HistoryService.class);
		this.runtime = house.getBean(RuntimeService.class);
		this.management = house.getBean(ManagementService.class);
		this.drawings = house.getBean(RepositoryService.class);
		this.jdbc = house.getBean(JdbcClient.class);
		this.trail = house.getBean(Trail.class);
		this.links = house.getBean(SetupLinks.class);
		this.meters = house.getBean(MeterRegistry.class);
		this.web = new Web(URI.create(house.getEnvironment().getRequiredProperty("onboarding.public-url")));
		this.days.begin(MONDAY);
		for (int who = 0; who < starts.size(); who++) {
			Start start = starts.get(who);
			this.guests.add(new Guest(who, NAMES.get(who), guest -> ask(guest, start.tenantOf(guest))));
		}
	}

	private CustomerReference ask(Guest guest, String tenant) {
		this.web.put("/sandbox/tenants/" + guest.tenant(),
				"{\"displayName\":\"%s's Toys\",\"domains\":[\"%s\"]}".formatted(guest.name(), guest.domain()));
		CustomerReference reference = this.onboarding
			.begin(new OnboardingRequest(guest.name() + "'s Toys", tenant, "GB", guest.administrator(),
					guest.email("admin"), guest.address(), guest.email("contact"), "en", null), Actor.CUSTOMER)
			.reference();
		this.days.follow(reference);
		return reference;
	}

	List<Guest> guests() {
		return this.guests;
	}

	Guest guest(int who) {
		return this.guests.get(who);
	}

	String[] references() {
		return this.guests.stream().map(guest -> guest.reference().value()).toArray(String[]::new);
	}

	Customer customer(Guest guest) {
		return this.customers.require(guest.reference());
	}

	Instant now() {
		return this.clock.instant();
	}

	/** The link that a guest holds now. */
	String token(Guest guest) {
		String token = this.links.token(customer(guest).link());
		guest.tokens.add(token);
		return token;
	}

	/** Where everybody stands, in few words. */
	String standing() {
		return this.guests.stream().map(this::standing).collect(Collectors.joining(", "));
	}

	private String standing(Guest guest) {
		Customer customer = customer(guest);
		return guest + " " + customer.stage() + "/" + customer.waitingFor() + " at "
				+ Place.of(this, guest).stream().map(Place::id).sorted().toList();
	}

	/**
	 * Do what must not move anything.
	 * @param mayBeTold the only words about it that the trail may have
	 */
	<T> T nothingMoves(List<String> mayBeTold, Supplier<T> act) {
		List<Object> before = everything(mayBeTold);
		T result = act.get();
		assertThat(everything(mayBeTold)).isEqualTo(before);
		return result;
	}

	private List<Object> everything(List<String> butEvents) {
		return this.guests.stream()
			.flatMap(guest -> Stream.of(customer(guest), Place.of(this, guest),
					this.trail.of(guest.reference())
						.stream()
						.filter(event -> !butEvents.contains(event.what()))
						.toList()))
			.collect(Collectors.toList());
	}

	/** Everybody leaves, wherever they are: the next story is about others. */
	void close() {
		this.web.delete("/sandbox/faults");
		List<String> processes = this.jdbc.sql("select id_ from act_hi_procinst where business_key_ = any(:ours)")
			.param("ours", references())
			.query(String.class)
			.list();
		this.runtime.deleteProcessInstancesIfExists(processes, "the story is over", true, true, false);
		this.history.deleteHistoricProcessInstancesIfExists(processes);
		this.web.delete("/sandbox/mail");
		this.web.delete("/sandbox/journal");
		this.days.end();
	}

	/** How often somebody came back from the consent page. */
	double returns() {
		return this.meters.find("onboarding.callbacks").counters().stream().mapToDouble(Counter::count).sum();
	}

	List<String> trail(Guest guest) {
		return this.trail.of(guest.reference()).stream().map(Trail.Event::what).toList();
	}

}
