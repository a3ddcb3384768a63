package com.modalitysystems.onboarding.stories;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.customer.Customer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;

import static com.modalitysystems.onboarding.stories.RoomActs.name;
import static org.assertj.core.api.Assertions.assertThat;

/** What staff do in Tasklist. */
final class StaffActs {

	/** What can be decided at a task; what leads on stands more than once. */
	private static final Map<String, List<String>> DECISIONS = Map.of("approveRequest",
			List.of("approve", "approve", "approve", "approve", "ask", "ask", "reject"), "correctRequest",
			List.of("correct", "correct", "ask", "close"), "approveAddress", List.of("approve", "refuse"),
			"approveAdmin", List.of("approve", "refuse"), "callCustomer", List.of("goOn", "goOn", "giveUp"),
			"resolveConsent", List.of("goOn", "goOn", "giveUp"), "confirmService", List.of("works", "fails"),
			"correctRecipient", List.of("sendAgain", "sendAgain", "leave"));

	private static final List<String> PEOPLE = List.of("admin", "contact", "grace", "nobody");

	private StaffActs() {
	}

	/** Somebody completes a task. */
	static Happening decide(int which, int how) {
		return new Happening("Staff decide task " + which + " with " + how, town -> {
			List<Task> open = open(town);
			if (!open.isEmpty()) {
				decide(town, open.get(which % open.size()), how);
			}
		}).where(town -> !open(town).isEmpty());
	}

	private static List<Task> open(Town town) {
		return town.tasks.createTaskQuery()
			.processInstanceBusinessKeyIn(town.references())
			.orderByTaskCreateTime()
			.asc()
			.orderByTaskId()
			.asc()
			.list();
	}

	/** Somebody does something out of turn. */
	static Happening intervene(int who, String intervention) {
		return new Happening("Staff intervene for " + name(who) + ": " + intervention, town -> {
			town.token(town.guest(who));
			String drawing = town.drawings.createProcessDefinitionQuery()
				.processDefinitionKey("intervene")
				.latestVersion()
				.singleResult()
				.getId();
			town.identities.setAuthentication("staff", List.of("onboarding-staff"));
			try {
				unlessRefused(() -> town.forms.submitStartForm(drawing, Map.of("reference",
						town.guest(who).reference().value(), "intervention", intervention, "reason", "Staff say so.")));
			}
			finally {
				town.identities.clearAuthentication();
			}
		});
	}

	/** The task of this name, if it is there: whatever else is open. */
	static void decide(Town town, Guest guest, String task, String decision) {
		Optional
			.ofNullable(town.tasks.createTaskQuery()
				.processInstanceBusinessKey(guest.reference().value())
				.taskDefinitionKey(task)
				.singleResult())
			.ifPresent(open -> submit(town, open, new HashMap<>(Map.of("decision", decision, "reason", "So it is."))));
	}

	/** A letter in trouble is not sent any more. */
	static void leave(Town town, Task trouble) {
		submit(town, trouble, Map.of("decision", "leave"));
	}

	private static void decide(Town town, Task task, int how) {
		List<String> decisions = DECISIONS.get(task.getTaskDefinitionKey().replaceFirst("_.*", ""));
		String decision = decisions.get(how % decisions.size());
		Map<String, Object> form = new HashMap<>(Map.of("decision", decision, "reason", "Staff say so " + how));
		Guest guest = guestOf(town, task);
		switch (decision) {
			case "approve" -> form.put("keyWish", (how % 3 == 0) ? "toys" : "");
			case "correct" -> correction(town, guest, how).forEach(form::put);
			case "sendAgain" -> form.put("recipient", guest.email(PEOPLE.get(how / 3 % PEOPLE.size())));
			default -> {
				// the decision says it all
			}
		}
		Customer before = town.customer(guest);
		Map<String, Object> shown = town.tasks.getVariables(task.getId());
		if (submit(town, task, form)) {
			if (decision.equals("sendAgain")) {
				town.resent.merge(Long.valueOf((String) shown.get("letter")), 1, Integer::sum);
			}
			if (shown.get("successorEmail") != null && decision.equals("approve")) {
				guest.approved.add((String) shown.get("successorEmail"));
			}
		}
		assertThat(StaffRules.broken(before, shown, town.customer(guest))).isEmpty();
	}

	private static Map<String, String> correction(Town town, Guest guest, int how) {
		Customer customer = town.customer(guest);
		Map<String, String> form = new HashMap<>(Map.of("company", customer.company(), "adminName",
				customer.administrator().name(), "adminEmail", customer.administrator().email().value(), "adminAddress",
				customer.administrator().address().value(), "country", "GB", "language", "en"));
		Stream.ofNullable(customer.asked().contact()).forEach(contact -> form.put("contactEmail", contact.value()));
		boolean right = how % 4 != 0;
		form.put("tenant", right ? guest.tenant().toString() : town.guests().get(how / 4 % 2).domain());
		return form;
	}

	private static Guest guestOf(Town town, Task task) {
		String key = town.jdbc.sql("select business_key_ from act_ru_execution where id_ = :process")
			.param("process", task.getProcessInstanceId())
			.query(String.class)
			.single();
		return town.guests().stream().filter(guest -> guest.reference().value().equals(key)).findFirst().orElseThrow();
	}

	private static boolean submit(Town town, Task task, Map<String, Object> form) {
		town.tasks.claim(task.getId(), "staff");
		return unlessRefused(() -> town.forms.submitTaskForm(task.getId(), form));
	}

	/** Staff may be refused, with a sentence; whatever else goes wrong is a fault. */
	private static boolean unlessRefused(Runnable act) {
		try {
			act.run();
			return true;
		}
		catch (ProcessEngineException ex) {
			if (causes(ex).noneMatch(BadUserRequestException.class::isInstance)) {
				throw ex;
			}
			return false;
		}
	}

	static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
	}

	static List<String> interventions() {
		return Arrays.asList("sendAgain", "replaceLink", "renew", "cancel");
	}

}
