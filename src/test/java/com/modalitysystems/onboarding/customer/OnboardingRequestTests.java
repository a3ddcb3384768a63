package com.modalitysystems.onboarding.customer;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import com.modalitysystems.onboarding.customer.RequestRefused.Mistake;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class OnboardingRequestTests {

	private static final OnboardingRequest GOOD = new OnboardingRequest(" Contoso, Ltd ", "Contoso.com", "de",
			"Anna Berg", "anna@contoso.com", "203.0.113.7", "ben@contoso.com", "en", "PO-4711");

	@Test
	void goodRequestBecomesACustomer() {
		NewCustomer customer = GOOD.accept();
		assertThat(customer).isEqualTo(new NewCustomer("Contoso, Ltd", new DomainName("contoso.com"), new Country("DE"),
				new Administrator("Anna Berg", new EmailAddress("anna@contoso.com"), new PublicAddress("203.0.113.7")),
				new EmailAddress("ben@contoso.com"), Language.ENGLISH, "PO-4711"));
	}

	@Test
	void whatIsOptionalMayBeLeftOut() {
		NewCustomer customer = new OnboardingRequest("Contoso", "contoso.com", " ", "Anna", "anna@contoso.com",
				"8.8.8.8", "", null, null)
			.accept();
		assertThat(customer.country()).isNull();
		assertThat(customer.contact()).isNull();
		assertThat(customer.language()).isEqualTo(Language.ENGLISH);
		assertThat(customer.externalReference()).isNull();
	}

	@Test
	void allMistakesAreToldAtOnceInTheOrderOfTheForm() {
		assertThat(mistakes(
				new OnboardingRequest(null, "x", "Germany", "", "anna", "10.0.0.1", "a@b", "tlh", "\u0000" + "x")))
			.containsExactly(new Mistake("company", "missing"), new Mistake("tenant", "tenant.malformed"),
					new Mistake("country", "tooLong"), new Mistake("adminName", "missing"),
					new Mistake("adminEmail", "email.malformed"), new Mistake("adminAddress", "address.private"),
					new Mistake("contactEmail", "email.malformed"), new Mistake("language", "language.unknown"),
					new Mistake("externalReference", "controlCharacters"));
	}

	@Test
	void everyFieldIsBounded() {
		String endless = "9".repeat(100_000);
		assertThat(mistakes(
				new OnboardingRequest(endless, endless, endless, endless, endless, endless, endless, endless, endless)))
			.filteredOn(mistake -> !mistake.field().equals("language"))
			.hasSize(8)
			.allSatisfy(mistake -> assertThat(mistake.code()).isEqualTo("tooLong"));
	}

	@Test
	void unknownCountryIsRefused() {
		assertThat(mistakes(new OnboardingRequest("Contoso", "contoso.com", "XX", "Anna", "anna@contoso.com", "8.8.8.8",
				null, null, null)))
			.containsExactly(new Mistake("country", "country.unknown"));
	}

	/** Whatever is typed, it is refused with a sentence or becomes something harmless. */
	@Test
	void noTextBreaksTheRules() {
		Random random = new Random(20261);
		for (int round = 0; round < 50_000; round++) {
			OnboardingRequest request = new OnboardingRequest(noise(random), noise(random) + ".com", noise(random),
					noise(random), "a" + noise(random) + "@contoso.com", "8.8.8." + noise(random), noise(random),
					noise(random), noise(random));
			RequestRefused refused = catchThrowableOfType(RequestRefused.class, request::accept);
			if (refused == null) {
				NewCustomer customer = request.accept();
				assertThat(List.of(customer.company(), customer.tenant().asText(), customer.administrator().name(),
						customer.administrator().email().value(), customer.administrator().address().value()))
					.allSatisfy(text -> assertThat(text).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]"));
			}
		}
	}

	private static String noise(Random random) {
		String letters = "aA1.-@:/%*_,; <>\"'\\\r\n\t\0\u00a0\u00ad\u0130\u0307\u200b\u202e\u2028\u3002\uff0e\ufe0f\ufeff\ud83d\ude00\ud800ß٣";
		return random.ints(random.nextInt(6), 0, letters.length())
			.mapToObj(index -> letters.substring(index, index + 1))
			.collect(Collectors.joining());
	}

	private static List<Mistake> mistakes(OnboardingRequest request) {
		return catchThrowableOfType(RequestRefused.class, request::accept).mistakes();
	}

}
