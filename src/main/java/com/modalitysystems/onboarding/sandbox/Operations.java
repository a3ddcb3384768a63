package com.modalitysystems.onboarding.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.modalitysystems.onboarding.time.SettableClock;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The long-running operations on the network security group, of which Azure runs one at a
 * time.
 */
@Profile("sandbox")
@Component
class Operations {

	private static final String KIND = "operation";

	private static final String RUNNING = "running operation";

	private static final String ONLY = "only";

	// how long an operation takes has nothing to do with the clock that the sandbox moves
	private final Clock clock;

	private final World world;

	private final SecurityRules rules;

	private final ObjectMapper json;

	private final SandboxSettings settings;

	Operations(World world, SecurityRules rules, ObjectMapper json, SandboxSettings settings, SettableClock clock) {
		this.clock = clock.machine();
		this.world = world;
		this.rules = rules;
		this.json = json;
		this.settings = settings;
	}

	/** Begin one, unless another is running. */
	String begin(Verb verb, String rule) {
		running().ifPresent(other -> {
			throw AzureError.busy(other.path("verb").asText(), other.path("id").asText(),
					this.settings.securityGroup());
		});
		String id = UUID.randomUUID().toString();
		ObjectNode operation = this.json.createObjectNode()
			.put("id", id)
			.put("verb", verb.name())
			.put("rule", rule)
			.put("status", "InProgress")
			.put("polls", this.settings.operationPolls())
			.put("begun", this.clock.millis());
		this.world.put(KIND, id, operation);
		this.world.put(RUNNING, ONLY, operation);
		return id;
	}

	/** The operation as somebody sees who looks at it, which moves it on. */
	Optional<String> look(String id) {
		running().filter(operation -> operation.path("id").asText().equals(id)).ifPresent(operation -> {
			int polls = operation.path("polls").asInt();
			if (polls > 0) {
				this.world.put(RUNNING, ONLY, operation.put("polls", polls - 1));
			}
			else {
				end(operation);
			}
		});
		return this.world.find(KIND, id).map(operation -> operation.path("status").asText());
	}

	/** End what would have ended by itself. */
	void settle() {
		running();
	}

	private Optional<ObjectNode> running() {
		Optional<ObjectNode> running = this.world.find(RUNNING, ONLY);
		Optional<ObjectNode> overdue = running.filter(this::overdue);
		overdue.ifPresent(this::end);
		return overdue.isPresent() ? Optional.empty() : running;
	}

	private boolean overdue(ObjectNode operation) {
		Instant begun = Instant.ofEpochMilli(operation.path("begun").asLong());
		return Duration.between(begun, this.clock.instant()).compareTo(this.settings.operationLimit()) > 0;
	}

	private void end(ObjectNode operation) {
		String rule = operation.path("rule").asText();
		if (operation.path("verb").asText().equals(Verb.Delete.name())) {
			this.rules.remove(rule);
		}
		else {
			this.rules.mark(rule, "Succeeded");
		}
		this.world.put(KIND, operation.path("id").asText(), operation.put("status", "Succeeded"));
		this.world.remove(RUNNING, ONLY);
	}

	/** What an operation does to a rule, in Azure's words. */
	enum Verb {

		/** Create or update it. */
		Put,
		/** Take it away. */
		Delete

	}

}
