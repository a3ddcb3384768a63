package com.modalitysystems.onboarding.firewall;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Network security groups of Azure: reads, writes and removes single rules, and returns
 * when Azure is done. A group itself is never written.
 */
@Component
class SecurityGroups {

	// Azure allows a thousand rules a group
	private static final int MOST_PAGES = 100;

	private static final Set<Integer> BUSY = Set.of(429, 503);

	private static final ObjectReader RULE = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build()
		.readerFor(SecurityRule.class);

	private final AzureCalls azure;

	private final AzureSettings settings;

	SecurityGroups(AzureCalls azure, AzureSettings settings) {
		this.azure = azure;
		this.settings = settings;
	}

	/** All rules of a group but those that Azure gives to each. */
	List<SecurityRule> rulesOf(String group) {
		List<SecurityRule> rules = new ArrayList<>();
		AzureReply reply = this.azure.resource(HttpMethod.GET, (uri) -> uri.path(group).path("/securityRules"), null);
		for (int page = 0; page < MOST_PAGES; page++) {
			if (!reply.body().path("value").isArray()) {
				throw reply.failure("has no list of rules for the security group: it answered " + reply.status());
			}
			reply.body().path("value").forEach((rule) -> rules.add(read(rule)));
			String next = reply.body().path("nextLink").asText();
			if (next.isEmpty()) {
				return rules;
			}
			reply = this.azure.follow(AzureReply.uri(next));
		}
		throw new RemoteCallFailed(AzureCalls.SYSTEM, "has a list of rules without an end", null, null);
	}

	/** How far Azure is with a group, in its own word; none if there is no such group. */
	Optional<String> stateOf(String group) {
		AzureReply reply = this.azure.resource(HttpMethod.GET, (uri) -> uri.path(group), null);
		return reply.isNotFound() ? Optional.empty()
				: Optional.of(reply.body().path("properties").path("provisioningState").asText());
	}

	/** A rule as it is now. */
	Optional<SecurityRule> find(String group, String name) {
		AzureReply reply = call(HttpMethod.GET, group, name, null);
		return reply.isNotFound() ? Optional.empty() : Optional.of(read(reply.body()));
	}

	/** Write a rule, and stay until it is in force. */
	void put(String group, String name, SecurityRule rule) {
		Patience patience = new Patience(this.settings.operationTime());
		AzureReply reply = call(HttpMethod.PUT, group, name, rule);
		if (reply.isNotFound()) {
			throw reply.failure("does not know the security group");
		}
		finish(reply, patience);
		// an operation says how it ended; without one only the rule itself does
		if (reply.operation().isEmpty()
				&& !settled(group, name, patience).filter(SecurityRule::isInForce).isPresent()) {
			throw reply.failure("has not put the rule in force");
		}
	}

	/**
	 * Remove a rule, and stay until it is gone.
	 * @return whether it was there
	 */
	boolean delete(String group, String name) {
		AzureReply reply = call(HttpMethod.DELETE, group, name, null);
		if (reply.status() == 404 || reply.status() == 204) {
			return false;
		}
		Patience patience = new Patience(this.settings.operationTime());
		finish(reply, patience);
		// whatever became of the operation: only the rule itself says that it is gone
		if (settled(group, name, patience).isPresent()) {
			throw reply.failure("has not removed the rule");
		}
		return true;
	}

	/** A rule, once Azure is no more at work on it; none if it is gone then. */
	Optional<SecurityRule> settled(String group, String name) {
		return settled(group, name, new Patience(this.settings.operationTime()));
	}

	private Optional<SecurityRule> settled(String group, String name, Patience patience) {
		while (true) {
			AzureReply reply = look(patience, () -> call(HttpMethod.GET, group, name, null));
			if (reply.isNotFound()) {
				return Optional.empty();
			}
			SecurityRule rule = read(reply.body());
			if (!rule.isBusy()) {
				return Optional.of(rule);
			}
			patience.pause(reply.retryAfter());
		}
	}

	private void finish(AzureReply started, Patience patience) {
		URI operation = started.operation().orElse(null);
		if (operation == null) {
			return;
		}
		AzureReply reply = started;
		do {
			patience.pause(reply.retryAfter());
			reply = look(patience, () -> this.azure.follow(operation));
		}
		while (isRunning(reply));
	}

	/**
	 * Ask how an operation of ours stands. That Azure puts the question off is no reason
	 * to let go of it: until it ends, nobody else can write to the group.
	 */
	private static AzureReply look(Patience patience, Supplier<AzureReply> question) {
		while (true) {
			try {
				return question.get();
			}
			catch (RemoteCallFailed ex) {
				if (ex.status() == null || !BUSY.contains(ex.status())) {
					throw ex;
				}
				patience.pause(ex.retryAfter());
			}
		}
	}

	private static boolean isRunning(AzureReply reply) {
		// how it ended is not known; the next attempt looks at the rule
		if (reply.isNotFound()) {
			throw reply.failure("does not know the operation any more");
		}
		// an operation's own address tells its status; a "Location" answers 202 until it
		// is done
		String status = reply.body().path("status").asText((reply.status() == 202) ? "InProgress" : "Succeeded");
		if ("Failed".equals(status) || "Canceled".equals(status)) {
			throw reply.failure("ended the operation as " + status);
		}
		return !"Succeeded".equals(status);
	}

	private AzureReply call(HttpMethod method, String group, String name, @Nullable Object body) {
		return this.azure.resource(method, (uri) -> uri.path(group).path("/securityRules").pathSegment(name), body);
	}

	private static SecurityRule read(JsonNode rule) {
		try {
			if (!rule.path("properties").isObject()) {
				throw new IllegalArgumentException("A rule has properties");
			}
			return RULE.treeToValue(rule, SecurityRule.class);
		}
		catch (JsonProcessingException | IllegalArgumentException ex) {
			throw new RemoteCallFailed(AzureCalls.SYSTEM, "has a rule that cannot be read", null, null);
		}
	}

}
