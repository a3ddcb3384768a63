package com.modalitysystems.onboarding.setup;

import java.net.http.HttpResponse;
import java.util.Optional;

import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

class ConsentCallbackTests extends SetupRoomTest {

	private static final String TENANT = "5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10";

	private Customer customer;

	@BeforeEach
	void aJourneyHasBegun() {
		this.customer = customerAt(Stage.awaitingConsent);
		given(this.onboarding.consentReturned(eq("good"), any(), any()))
			.willReturn(Optional.of(this.customer.reference()));
	}

	// the shapes that Microsoft documents, and what others make of them
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			textBlock = """
					admin_consent=True&tenant=5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10&scope=a%20b&state=good | none | 5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10
					tenant=5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10&state=good&admin_consent=True             | none | 5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10
					admin_consent=True&error=consent_required&error_description=AADSTS65004&state=good    | consent_required  | none
					error=permission_denied&error_description=The+admin+canceled&state=good               | permission_denied | none
					error=access_denied&error_subcode=cancel&state=good                                   | access_denied     | none
					state=good                                                                            | none | none
					state=good&tenant=contoso                                                             | none | none
					state=good&tenant=00000000-0000-0000-0000-000000000000                                | none | none
					state=good&tenant=5d6a1c7e-90b2-4c1f-8e55-3a7b2c9d4e10&tenant=else                    | none | none
					state=good&error=                                                                     | unreadable | none
					state=good&error=a%20b%3Cscript%3E                                                    | unreadable | none
					state=good&error=one&error=two                                                        | one  | none
					state=good&admin_consent=True&admin_consent=False                                     | none | none
					""")
	void returnIsHandedOnAsItWasMeant(String query, String error, String tenant) {
		HttpResponse<String> page = get("/consent/callback?" + query);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains((error != null) ? "No consent was given" : "Welcome back from Microsoft",
				room(this.customer));
		then(this.onboarding).should().consentReturned("good", error, (tenant != null) ? TenantId.of(tenant) : null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "admin_consent=True&tenant=" + TENANT, "state=", "state=used", "state=good&state=good",
			"state=goodtext%20appended", "STATE=good", "state=%F0%28%8C%BC", "error=access_denied" })
	void whoeverComesWithoutAJourneyIsThankedAndChangesNothing(String query) {
		HttpResponse<String> page = get("/consent/callback?" + query);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Thank you for coming back").doesNotContain("/setup/");
		then(this.onboarding).should(never()).consentReturned(eq("good"), any(), any());
		assertThat(this.customers.require(this.customer.reference())).isEqualTo(this.customer);
	}

	@Test
	void nothingOfTheAddressIsShown() {
		assertThat(
				get("/consent/callback?state=good&error=mango&error_description=papaya&tenant=kiwi&scope=lime").body())
			.doesNotContain("mango", "papaya", "kiwi", "lime");
	}

	@Test
	void whoeverOnlyAsksWhetherThePageIsThereEndsNoJourney() {
		assertThat(send("HEAD", "/consent/callback?state=good&admin_consent=True").statusCode()).isEqualTo(204);
		assertNothingWasDone();
	}

	@Test
	void pageNeedsNoCookieAndIsNotKept() {
		HttpResponse<String> page = get("/consent/callback?state=good&admin_consent=True");
		assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(page.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
	}

}
