package com.modalitysystems.onboarding.staff;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

import org.camunda.bpm.model.bpmn.Bpmn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody may try at Camunda's applications, by the words of a table. Each tries it
 * on something fresh, and tells whether it was done or seen.
 */
class Acts {

	private static final String GUEST = "/user/" + Scene.GUEST;

	private static final String PROFILE = """
			{"id": "guest", "firstName": "New", "lastName": "Name", "email": ""}""";

	private static final String NEW_USER = """
			{"profile": {"id": "scene", "firstName": "A", "lastName": "B", "email": ""}, "credentials": {"password": "c"}}""";

	private static final String INSTRUCTION = """
			{"type": "startBeforeActivity", "activityId": "approveRequest"}""";

	private static final String MIDST = """
			{"startInstructions": [%s], "skipCustomListeners": true}""".formatted(INSTRUCTION);

	private final Map<String, BiPredicate<Visitor, String>> acts = new LinkedHashMap<>();

	private final Scene scene;

	private final UnaryOperator<String> onboardings;

	/**
	 * Acts in a scene.
	 * @param scene what there is to do things to
	 * @param onboardings makes a fresh onboarding that somebody asked for, and tells its
	 * reference
	 */
	Acts(Scene scene, UnaryOperator<String> onboardings) {
		this.scene = scene;
		this.onboardings = onboardings;
		tasks();
		instances();
		drawings();
		people();
		onboardings();
	}

	boolean did(String act, Visitor visitor, String name) {
		return this.acts.get(act).test(visitor, name);
	}

	private void tasks() {
		sees("sees a task", "onboarding", "/task/%s", "approveRequest");
		sees("sees a task elsewhere", "elsewhere", "/task/%s", "approveRequest");
		sees("finds a task", "onboarding", "/task?processDefinitionKey=onboarding", "approveRequest");
		sees("finds a task elsewhere", "elsewhere", "/task", "elsewhere:");
		sees("reads the form", "onboarding", "/task/%s/form-variables", "Contoso");
		sees("sees columns in a list", "onboarding", "/variable-instance?taskIdIn=%s", "Contoso");
		sees("sees what was", "onboarding", "/history/task?taskId=%s", "approveRequest");
		on("claims", "onboarding", "POST", "/task/%s/claim", "{\"userId\": \"%s\"}");
		on("claims elsewhere", "elsewhere", "POST", "/task/%s/claim", "{\"userId\": \"%s\"}");
		on("completes unclaimed", "onboarding", "POST", "/task/%s/complete", "{}");
		completes("completes", "onboarding");
		completes("completes elsewhere", "elsewhere");
		completes("completes a task of trouble", "trouble");
		sees("sees a task of trouble", "trouble", "/task/%s", "approveRequest");
		on("rewrites a decision", "onboarding", "PUT", "/task/%s/variables/decision", "{\"value\": \"approve\"}");
		on("comments", "onboarding", "POST", "/task/%s/comment/create", "{\"message\": \"x\"}");
		on("throws an error", "onboarding", "POST", "/task/%s/bpmnError", "{\"errorCode\": \"x\"}");
		on("resolves with a slash", "onboarding", "POST", "/task/%s/resolve/", "{}");
		on("comments with a slash", "onboarding", "POST", "/task/%s/comment/create/", "{\"message\": \"x\"}");
		this.acts.put("gives back",
				(who, name) -> done(who.engine("POST", "/task/" + this.scene.taskOf(name) + "/unclaim", "{}")));
		this.acts.put("completes another's",
				(who, name) -> done(who.engine("POST", "/task/" + this.scene.taskOf("another") + "/complete", "{}")));
		this.acts.put("sees our filters", (who, name) -> shown(who.engine("/filter?resourceType=Task"), "To approve"));
		plain("makes a filter", "/filter/create", "{\"resourceType\": \"Task\", \"name\": \"scene\", \"query\": {}}");
	}

	private void instances() {
		plain("starts", "/process-definition/key/onboarding/submit-form", "{}");
		plain("starts elsewhere", "/process-definition/key/elsewhere/submit-form", "{}");
		plain("starts in the midst", "/process-definition/key/onboarding/start", MIDST);
		plain("starts with a slash", "/process-definition/key/onboarding/start/", MIDST);
		this.acts.put("starts by id", (who, name) -> done(
				who.engine("POST", "/process-definition/" + this.scene.definition("onboarding") + "/start", MIDST)));
		this.acts.put("restarts",
				(who, name) -> done(who.engine("POST",
						"/process-definition/" + this.scene.definition("onboarding") + "/restart", """
								{"processInstanceIds": ["%s"], "instructions": [%s]}""".formatted(this.scene.ended(),
								INSTRUCTION))));
		in("sends a message", "POST", "/message", "{\"messageName\": \"stop\", \"processInstanceId\": \"%s\"}");
		waiting("triggers a message", "POST", "/execution/%s/messageSubscriptions/stop/trigger", "{}");
		waiting("sends a signal", "POST", "/signal", "{\"name\": \"halt\", \"executionId\": \"%s\"}");
		in("sees an instance", "GET", "/process-instance/%s", "");
		on("sets a task's variable", "onboarding", "PUT", "/task/%s/localVariables/x", "{\"value\": \"y\"}");
		in("sets many variables", "POST", "/process-instance/%s/variables",
				"{\"modifications\": {\"x\": {\"value\": \"y\"}}}");
		in("sets an execution's variable", "PUT", "/execution/%s/localVariables/x", "{\"value\": \"y\"}");
		in("sets a variable", "PUT", "/process-instance/%s/variables/x", "{\"value\": \"y\"}");
		in("moves a token", "POST", "/process-instance/%s/modification", """
				{"instructions": [%s]}""".formatted(INSTRUCTION));
		this.acts.put("moves many tokens", (who, name) -> done(who.engine("POST", "/modification/execute", """
				{"processDefinitionId": "%s", "processInstanceIds": ["%s"], "instructions": [%s]}"""
			.formatted(this.scene.definition("onboarding"), this.scene.instance("onboarding"), INSTRUCTION))));
		in("suspends", "PUT", "/process-instance/%s/suspended", "{\"suspended\": true}");
		in("deletes an instance", "DELETE", "/process-instance/%s", "");
		this.acts.put("sees an instance elsewhere",
				(who, name) -> done(who.engine("/process-instance/" + this.scene.instance("elsewhere"))));
		for (String key : new String[] { "onboarding", "elsewhere" }) {
			this.acts.put(key.equals("elsewhere") ? "retries a step elsewhere" : "retries a step", (who,
					name) -> done(who.engine("PUT", "/job/" + this.scene.job(key) + "/retries", "{\"retries\": 2}")));
		}
		this.acts.put("migrates", (who, name) -> done(who.engine("POST", "/migration/execute", """
				{"migrationPlan": {"sourceProcessDefinitionId": "%1$s", "targetProcessDefinitionId": "%1$s",
				  "instructions": [{"sourceActivityIds": ["approveRequest"], "targetActivityIds": ["approveRequest"]}]},
				 "processInstanceIds": ["%2$s"]}""".formatted(this.scene.definition("onboarding"),
				this.scene.instance("onboarding")))));
	}

	private void drawings() {
		this.acts.put("sees the drawing",
				(who, name) -> done(who.engine("/process-definition/" + this.scene.definition("onboarding") + "/xml")));
		this.acts.put("deploys", (who, name) -> done(who.send("POST", "/api/engine/engine/default/deployment/create",
				"multipart/form-data; boundary=cut", BodyPublishers.ofString(deployment()))));
		this.acts.put("reads a deployment",
				(who, name) -> done(who.engine("/deployment/" + this.scene.deployment() + "/resources")));
		this.acts.put("shortens the history",
				(who, name) -> done(who.engine("PUT",
						"/process-definition/" + this.scene.definition("elsewhere") + "/history-time-to-live",
						"{\"historyTimeToLive\": 1}")));
	}

	private void people() {
		for (String application : new String[] { "tasklist", "cockpit", "admin" }) {
			this.acts.put("enters " + application, (who, name) -> who.another().signIn(name, name, application) == 200);
		}
		this.acts.put("sees themselves", (who, name) -> done(who.engine("/user/" + name + "/profile")));
		this.acts.put("sees another", (who, name) -> done(who.engine(GUEST + "/profile")));
		this.acts.put("finds another", (who, name) -> shown(who.engine("/user"), Scene.GUEST));
		this.acts.put("renames another", (who, name) -> done(who.engine("PUT", GUEST + "/profile", PROFILE)));
		plain("unlocks another", GUEST + "/unlock", "");
		plain("tries another's password", "/identity/verify", "{\"username\": \"guest\", \"password\": \"guest\"}");
		plain("creates a user", "/user/create", NEW_USER);
		plain("grants", "/authorization/create", """
				{"type": 0, "permissions": ["ALL"], "userId": "*", "resourceType": 6, "resourceId": "scene"}""");
		this.acts.put("reads grants", (who, name) -> shown(who.engine("/authorization"), "onboarding-staff"));
		this.acts.put("makes an administrator",
				(who, name) -> done(who.engine("PUT", "/group/camunda-admin/members/guest", "")));
		this.acts.put("makes the first administrator", (who, name) -> done(who.send("POST",
				"/api/admin/setup/default/user/create", "application/json", BodyPublishers.ofString(NEW_USER))));
	}

	private void onboardings() {
		this.acts.put("sees an onboarding", (who, name) -> shown(who.page(onboarding()), "Scene Ltd"));
		this.acts.put("sees where it stands", (who, name) -> shown(who.page(onboarding() + "/drawing"), "<svg"));
		this.acts.put("lists onboardings", (who, name) -> lists(who, this.onboardings.apply("somebody")));
		this.acts.put("lists their own onboarding", (who, name) -> lists(who, this.onboardings.apply(name)));
		this.acts.put("sees their own onboarding",
				(who, name) -> shown(who.page("/onboardings/" + this.onboardings.apply(name)), "Scene Ltd"));
		this.acts.put("sees where theirs stands",
				(who, name) -> shown(who.page("/onboardings/" + this.onboardings.apply(name) + "/drawing"), "<svg"));
		this.acts.put("is shown the link of theirs",
				(who, name) -> shown(who.press("/onboardings/" + this.onboardings.apply(name) + "/link"), "/setup/"));
		this.acts.put("asks with a file", (who, name) -> done(who.page("/onboardings/import")));
		this.acts.put("takes all as a file", (who, name) -> done(who.page("/onboardings/export")));
		this.acts.put("chooses what is written", (who, name) -> done(who.page("/notices")));
		this.acts.put("looks at the figures", (who, name) -> done(who.page("/insight")));
		this.acts.put("takes the figures as a file", (who, name) -> done(who.page("/insight/funnel.csv")));
		// nothing has this name, but whoever may not does not hear of it
		this.acts.put("tells a system again", (who, name) -> who.press("/notices/nothing/again").statusCode() == 404);
		this.acts.put("is shown the link", (who, name) -> shown(who.press(onboarding() + "/link"), "/setup/"));
		this.acts.put("is shown it by a forged form",
				(who, name) -> shown(who.press(onboarding() + "/link", "made-up"), "/setup/"));
		this.acts.put("sends a letter again", (who, name) -> who.press(onboarding() + "/resend").statusCode() == 303);
		this.acts.put("sends it by a forged form",
				(who, name) -> who.press(onboarding() + "/resend", "").statusCode() == 303);
	}

	private String onboarding() {
		return "/onboardings/" + this.onboardings.apply("somebody");
	}

	private static boolean lists(Visitor who, String reference) {
		return shown(who.page("/onboardings?q=" + reference), "/onboardings/" + reference);
	}

	private void sees(String act, String key, String path, String what) {
		this.acts.put(act, (who, name) -> shown(who.engine(path.formatted(this.scene.task(key))), what));
	}

	private void on(String act, String key, String method, String path, String json) {
		this.acts.put(act,
				(who, name) -> done(who.engine(method, path.formatted(this.scene.task(key)), json.formatted(name))));
	}

	private void completes(String act, String key) {
		this.acts.put(act, (who, name) -> {
			String task = "/task/" + this.scene.task(key);
			boolean claimed = done(who.engine("POST", task + "/claim", "{\"userId\": \"%s\"}".formatted(name)));
			return done(who.engine("POST", task + "/complete", "{}")) && claimed;
		});
	}

	private void in(String act, String method, String path, String json) {
		this.acts.put(act, (who, name) -> {
			String instance = this.scene.instance("onboarding");
			return done(who.engine(method, path.formatted(instance), json.formatted(instance)));
		});
	}

	private void waiting(String act, String method, String path, String json) {
		this.acts.put(act, (who, name) -> {
			String execution = this.scene.waiting();
			return done(who.engine(method, path.formatted(execution), json.formatted(execution)));
		});
	}

	private void plain(String act, String path, String json) {
		this.acts.put(act, (who, name) -> done(who.engine("POST", path, json)));
	}

	// the engine reports what a listener refuses as a failure of its own
	private static boolean done(HttpResponse<String> answer) {
		assertThat(answer.statusCode() < 500 || answer.body().contains("Claim it before you complete it"))
			.as("%s: %d %s", answer.uri(), answer.statusCode(), answer.body())
			.isTrue();
		return answer.statusCode() < 300;
	}

	private static boolean shown(HttpResponse<String> answer, String what) {
		return done(answer) && answer.body().contains(what);
	}

	private static String deployment() {
		return """
				--cut
				Content-Disposition: form-data; name="deployment-name"

				scene
				--cut
				Content-Disposition: form-data; name="elsewhere.bpmn"; filename="elsewhere.bpmn"
				Content-Type: application/octet-stream

				%s
				--cut--
				""".formatted(Bpmn.convertToString(Scene.drawing("elsewhere", "others"))).replace("\n", "\r\n");
	}

}
