package com.modalitysystems.onboarding.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.modalitysystems.onboarding.HouseTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets which answer at each door of the house: ours, and those that came with Camunda
 * and its plugins. A door that is new stands in no line of the table, so somebody has to
 * look at it.
 */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryDoorTests {

	private static final String TABLE = "doors.csv";

	private static final List<String> EVERYBODY = List.of("nobody", "api", "requester", "staff", "manager", "operator",
			"auditor", "admin");

	// whoever signs in or out is somebody else afterwards; these have tests of their own
	private static final String SIGN_IN = "/camunda/api/admin/auth/user/";

	// it would begin to clear away what other tests have done
	private static final Door CLEARING = new Door("POST", "/camunda/api/engine/engine/{name}/history/cleanup");

	// the sandbox is there only where nothing is real
	private static final List<String> NOT_GUARDED = List.of("/sandbox", "/error");

	// what stands in no method of a class; and what other houses of this kind have
	private static final List<String> FILES_AND_OTHERS = List.of("/onemeeting.css", "/livez", "/readyz", "/camunda/",
			"/camunda/app/welcome/default/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
			"/camunda/app/admin/default/", "/actuator", "/actuator/env", "/actuator/health", "/engine-rest/engine",
			"/swagger-ui/index.html", "/none");

	private static final Set<String> OPEN_TO_ANYBODY = Set.of("GET /", "GET /brand/colours.css", "GET /request",
			"GET /v3/api-docs", "GET /livez", "GET /readyz", "GET /onemeeting.css", "GET /consent/callback",
			"HEAD /consent/callback",
			// the name of the engine, for Camunda's own pages of sign-in, and these pages
			"GET /camunda/api/engine/engine", "GET /camunda/app/welcome/default/", "GET /camunda/app/tasklist/default/",
			"GET /camunda/app/cockpit/default/", "GET /camunda/app/admin/default/");

	// each of them does nothing to what is not there; RolesTests tries them on what is
	private static final Set<String> DO_NOTHING_TO_NOBODY = Set.of("DELETE /camunda/api/engine/engine/{name}/task/{id}",
			"POST /camunda/api/engine/engine/{name}/process-instance/{id}/modification",
			"PUT /camunda/api/engine/engine/{name}/process-instance/{id}/suspended",
			"PUT /camunda/api/engine/engine/{name}/job/{id}/suspended",
			"PUT /camunda/api/engine/engine/{name}/job-definition/{id}/suspended");

	// looked for with POST, as a query may be long, or personal
	private static final Pattern QUERY = Pattern.compile("POST .*(/count|/search|/schema/log|/called-process-\\w+)");

	@Autowired
	private RequestMappingHandlerMapping ours;

	@LocalServerPort
	private int port;

	private Map<Door, List<String>> answers;

	@BeforeAll
	void everybodyKnocksEverywhere() {
		SortedSet<Door> doors = new TreeSet<>(DoorsOfCamunda.all());
		doors.addAll(ours());
		FILES_AND_OTHERS.forEach((path) -> doors.add(new Door("GET", path)));
		doors.removeIf((door) -> door.template().startsWith(SIGN_IN) && !door.isRead());
		List<Map<Door, String>> each = EVERYBODY.parallelStream().map((name) -> answersTo(name, doors)).toList();
		this.answers = new LinkedHashMap<>();
		doors.forEach((door) -> this.answers.put(door, each.stream().map((one) -> one.get(door)).toList()));
	}

	private Map<Door, String> answersTo(String name, Set<Door> doors) {
		boolean known = !name.equals("nobody");
		Visitor visitor = known ? new Visitor(this.port).signIn(name) : new Visitor(this.port);
		return doors.stream()
			.collect(Collectors.toMap(Function.identity(), (door) -> name.equals("admin") && door.equals(CLEARING)
					? "not tried" : String.valueOf(visitor.knock(door, known ? name + ":" + name : ""))));
	}

	private Set<Door> ours() {
		return this.ours.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(EveryDoorTests::doors)
			.filter((door) -> NOT_GUARDED.stream().noneMatch(door.template()::startsWith))
			.collect(Collectors.toSet());
	}

	private static Stream<Door> doors(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		return (methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream())
			.flatMap((method) -> mapping.getPatternValues().stream().map((path) -> new Door(method.name(), path)));
	}

	/** {@code -Ddoors.write=true} writes it anew. */
	@Test
	void eachDoorAnswersAsTheTableSays() throws IOException {
		String table = table();
		if (Boolean.getBoolean("doors.write")) {
			Files.writeString(Path.of("src/test/resources/com/modalitysystems/onboarding/staff", TABLE), table);
		}
		assertThat(table)
			.isEqualTo(new ClassPathResource(TABLE, getClass()).getContentAsString(StandardCharsets.UTF_8));
	}

	@Test
	void whoeverIsNotSignedInIsLetInToNothingButWhatIsOpen() {
		assertThat(letIn((door) -> true, List.of("nobody"))).isEqualTo(new TreeSet<>(OPEN_TO_ANYBODY));
	}

	@Test
	void onlyAdministratorsAreLetInToWhatChangesSomethingOfCamundas() {
		assertThat(letIn((door) -> door.template().startsWith("/camunda/") && !door.isRead() && !isQuery(door),
				EVERYBODY.subList(0, EVERYBODY.indexOf("admin"))))
			.isEqualTo(new TreeSet<>(DO_NOTHING_TO_NOBODY));
	}

	/** Camunda takes each query with POST, too. */
	private boolean isQuery(Door door) {
		return door.method().equals("OPTIONS") || QUERY.matcher(door.toString()).matches()
				|| door.method().equals("POST") && this.answers.containsKey(new Door("GET", door.template()));
	}

	private SortedSet<String> letIn(Predicate<Door> which, List<String> whom) {
		return this.answers.entrySet()
			.stream()
			.filter((line) -> which.test(line.getKey()))
			.filter((line) -> whom.stream()
				.anyMatch((name) -> line.getValue().get(EVERYBODY.indexOf(name)).startsWith("2")))
			.map((line) -> line.getKey().toString())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private String table() {
		return Stream
			.concat(Stream.of("door | " + String.join(" | ", EVERYBODY)),
					this.answers.entrySet()
						.stream()
						.map((line) -> "%s | %s".formatted(line.getKey(), String.join(" | ", line.getValue()))))
			.collect(Collectors.joining("\n", "", "\n"));
	}

}
