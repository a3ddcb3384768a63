package com.modalitysystems.onboarding.customer;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import com.modalitysystems.onboarding.time.Remembered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where customers are and who is waited for, in figures for whoever watches. */
@Component
class CustomerFigures implements MeterBinder {

	private static final Duration GOOD = Duration.ofSeconds(5);

	private final JdbcClient jdbc;

	private final Remembered<List<Place>> places = new Remembered<>(GOOD, this::ask);

	CustomerFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		Arrays.stream(Stage.values())
			.forEach(stage -> Gauge.builder("onboarding.customers", () -> count(place -> place.stage() == stage))
				.description("Onboardings by the stage in which they are")
				.tag("stage", stage.name())
				.register(meters));
		Arrays.stream(WaitingFor.values())
			.forEach(whom -> Gauge.builder("onboarding.waiting", () -> count(place -> place.waitsFor(whom)))
				.description("Open onboardings by who is waited for")
				.tag("whom", whom.name())
				.register(meters));
	}

	private long count(Predicate<Place> which) {
		return this.places.get().stream().filter(which).mapToLong(Place::customers).sum();
	}

	private List<Place> ask() {
		return this.jdbc
			.sql("select stage, waiting_for, count(*) as customers from customer group by stage, waiting_for")
			.query(Place.class)
			.list();
	}

	/**
	 * Where some customers are.
	 *
	 * @param stage in which stage
	 * @param waitingFor who is waited for
	 * @param customers how many they are
	 */
	record Place(Stage stage, WaitingFor waitingFor, long customers) {

		boolean waitsFor(WaitingFor whom) {
			return this.waitingFor == whom && !this.stage.isEnd();
		}

	}

}
