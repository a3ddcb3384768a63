package com.modalitysystems.onboarding.conference;

import java.time.Instant;
import java.util.List;

import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.AddressWindow;
import com.modalitysystems.onboarding.customer.ConsentTrouble;
import com.modalitysystems.onboarding.customer.Wishes;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.CustomerReference;
import com.modalitysystems.onboarding.customer.DomainName;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.KeyWish;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.LinkId;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.SetupEvidence;
import com.modalitysystems.onboarding.customer.Stage;
import com.modalitysystems.onboarding.customer.WaitingFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AliasesTests {

	private static final CustomerReference REFERENCE = new CustomerReference("OM-7K3F9Q");

	@ParameterizedTest
	@CsvSource({ "Contoso, contoso", "Contoso Ltd., contoso", "Müller & Söhne GmbH & Co. KG, muller-sohne",
			"L’Oréal S.A.S., loreal-s-a-s", "Straße AG, strasse", "Łódź Ægir Øst, lodz-aegir-ost", "3M, 3m",
			"Acme.EU, acme-eu", "ＦＵＬＬ ｗｉｄｔｈ, full-width", "İstanbul A.Ş., istanbul-a-s", "Ltd, ltd",
			"The Very Long Company of Many Words and Offices, the-very-long-company-of-many" })
	void theCompanysNameBecomesWhatARemoteControlCanDial(String company, String alias) {
		assertThat(Aliases.of(company, "fallback.com", REFERENCE)).startsWith(alias, alias + "-2", alias + "-3");
	}

	@ParameterizedTest
	@CsvSource({ "東京株式会社, tokyo.co.jp, tokyo", "'東京 Co., Ltd.', tokyo.co.jp, tokyo", "Газпром ООО, gazprom.ru, gazprom",
			"Ελλάδα AE, ellada.gr, ellada", "東京, münchen.de, munchen", "東京, пример.рф, om-7k3f9q",
			"12345, twelve.com, twelve", "!!!, 777.com, om-7k3f9q" })
	void aNameWithoutLatinLettersGivesWayToTheDomainAndThenToTheReference(String company, String domain, String alias) {
		assertThat(Aliases.of(company, domain, REFERENCE).findFirst()).hasValue(alias);
	}

	@Test
	void aWishComesFirstAndIsFollowedByTheName() {
		NewCustomer asked = new NewCustomer("Contoso Ltd", new DomainName("contoso.com"), null,
				new Administrator("Adele Vance", new EmailAddress("adele@contoso.com"), new PublicAddress("8.8.8.8")),
				null, Language.ENGLISH, null, KeyWish.of(" CVI-Contoso "));
		Customer customer = new Customer(REFERENCE, asked, null, null, null, Stage.provisioning, WaitingFor.nobody,
				Instant.EPOCH, Instant.EPOCH, new LinkId("a".repeat(22)), null, null, null, null, null, null, null, 0,
				null, AddressWindow.SHUT, Wishes.NONE, ConsentTrouble.NONE, SetupEvidence.NONE);
		assertThat(Aliases.of(customer)).startsWith("cvi-contoso", "contoso", "contoso-2").doesNotHaveDuplicates();
	}

	@Test
	void theReferenceIsTheLastResort() {
		List<String> aliases = Aliases.of("Contoso", "contoso.com", REFERENCE).toList();
		assertThat(aliases).doesNotHaveDuplicates().hasSizeLessThan(100).endsWith("om-7k3f9q");
		assertThat(aliases).allSatisfy((alias) -> new TenantKey(alias, "videosrv.net"));
	}

}
