package com.modalitysystems.onboarding.process;

import java.time.OffsetDateTime;
import java.util.List;

import com.modalitysystems.onboarding.conference.RecordedPlace;
import com.modalitysystems.onboarding.firewall.RecordedRule;
import org.jspecify.annotations.Nullable;

/**
 * What an onboarding has in Azure and on Pexip, as our own records tell.
 *
 * @param rule the rule that lets the administrator in, or did so last; none before the
 * first
 * @param place the place on the platform; none before it is begun
 */
public record Provision(@Nullable Rule rule, @Nullable Place place) {

	public boolean isEmpty() {
		return this.rule == null && this.place == null;
	}

	/**
	 * A rule of the firewall.
	 *
	 * @param name its name in Azure
	 * @param group the security group in which it lies
	 * @param priority its priority there
	 * @param opened since when it is in force; none as long as Azure has not said so
	 * @param closed when it had gone; none as long as it may be in force
	 */
	public record Rule(String name, String group, int priority, @Nullable OffsetDateTime opened,
			@Nullable OffsetDateTime closed) {

		static Rule of(RecordedRule rule) {
			return new Rule(rule.name(), rule.group(), rule.priority(), rule.opened(), rule.closed());
		}

		/** Whether it lets somebody in, as far as we know. */
		public boolean mayBeInForce() {
			return this.closed == null;
		}

	}

	/**
	 * A place on the platform.
	 *
	 * @param tenantKey the customer's key
	 * @param objects what it is made of
	 * @param begun since when it is there, or being built
	 * @param withdrawn when it had been taken away; none as long as it may be there
	 */
	public record Place(String tenantKey, List<Part> objects, OffsetDateTime begun,
			@Nullable OffsetDateTime withdrawn) {

		static Place of(RecordedPlace place) {
			return new Place(place.tenantKey(),
					place.objects().stream().map((object) -> new Part(object.kind(), object.name())).toList(),
					place.reserved(), place.withdrawn());
		}

	}

	/**
	 * An object on the platform.
	 *
	 * @param kind what it is, by the platform's own name for it
	 * @param name what it is called
	 */
	public record Part(String kind, String name) {
	}

}
