package com.modalitysystems.onboarding.notices;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the other side of a webhook understands. */
enum MessageForm {

	/** An event with its data, for a system. */
	generic {

		@Override
		Object message(TrailEvent event, String words, URI page) {
			Map<String, Object> data = new LinkedHashMap<>();
			data.put("actor", event.actor());
			data.put("details", event.details());
			data.put("onboarding", event.onboarding());
			data.put("page", page);
			Map<String, Object> message = new LinkedHashMap<>();
			message.put("id", event.id());
			message.put("type", event.what());
			message.put("timestamp", event.at());
			message.put("data", data);
			return message;
		}

	},

	/**
	 * An adaptive card in a channel of Microsoft Teams, as its workflow "When a Teams
	 * webhook request is received" takes it.
	 */
	teams {

		@Override
		Object message(TrailEvent event, String words, URI page) {
			Map<String, Object> card = Map.of("$schema", "http://adaptivecards.io/schemas/adaptive-card.json", "type",
					"AdaptiveCard", "version", "1.4", "body",
					List.of(text(event.onboarding().company() + " · " + event.onboarding().reference(), "Bolder"),
							text(words, "Default")),
					"actions", List.of(Map.of("type", "Action.OpenUrl", "title", OPEN, "url", page)));
			return Map.of("type", "message", "attachments",
					List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
		}

		private static Map<String, Object> text(String text, String weight) {
			return Map.of("type", "TextBlock", "wrap", true, "weight", weight, "text", ChatText.forTeams(text));
		}

	},

	/** A message in a channel of Slack, as its incoming webhooks take it. */
	slack {

		@Override
		Object message(TrailEvent event, String words, URI page) {
			String company = ChatText.forSlack(event.onboarding().company());
			String link = "<" + page + "|" + event.onboarding().reference() + ">";
			String line = ChatText.forSlack(words);
			return Map.of("text", company + ": " + line, "blocks", List.of(Map.of("type", "section", "text",
					Map.of("type", "mrkdwn", "text", company + " · " + link + "\n" + line))));
		}

	};

	private static final String OPEN = "Open the onboarding";

	/**
	 * What is sent.
	 * @param event what happened
	 * @param words the same in a sentence, for people
	 * @param page where staff find the onboarding
	 */
	abstract Object message(TrailEvent event, String words, URI page);

}
