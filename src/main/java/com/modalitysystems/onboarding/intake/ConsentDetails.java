package com.modalitysystems.onboarding.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.Permission;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the tenant said of the consent, item by item. */
@Schema(description = "What the tenant said of the consent when we last looked, item by item")
record ConsentDetails(
		@Schema(description = "The answer of the tenant as a whole", example = "incomplete") Consent.Outcome outcome,
		@Schema(description = "When we looked") Instant lookedAt,
		@Schema(description = "Each permission's own answer") List<Item> items) {

	static @Nullable ConsentDetails of(@Nullable Consent consent) {
		return (consent != null) ? new ConsentDetails(consent.outcome(), consent.lookedAt(),
				consent.items().entrySet().stream().map(item -> Item.of(item.getKey(), item.getValue())).toList())
				: null;
	}

	/** One permission. */
	@Schema(name = "ConsentItem", description = "One permission of Microsoft Graph")
	record Item(@Schema(description = "Its name", example = "Calls.JoinGroupCall.All") String permission,
			@Schema(description = "Its id", example = "f6b49018-60ab-4f81-83bd-22caeabfed2d") UUID id,
			@Schema(description = "Whether it acts for the signed-in person, and not for the application") boolean delegated,
			@Schema(description = "The answer; notCheckable where the tenant does not let us read it",
					example = "granted") Consent.Item state) {

		static Item of(Permission permission, Consent.Item state) {
			return new Item(permission.graphName(), permission.id(), permission.isDelegated(), state);
		}

	}

}
