package com.modalitysystems.onboarding.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import com.modalitysystems.onboarding.customer.Administrator;
import com.modalitysystems.onboarding.customer.Customer;
import com.modalitysystems.onboarding.customer.Wishes;
import com.modalitysystems.onboarding.customer.Consent;
import com.modalitysystems.onboarding.customer.ConsentTrouble;
import com.modalitysystems.onboarding.customer.AddressWindow;
import com.modalitysystems.onboarding.customer.DomainName;
import com.modalitysystems.onboarding.customer.EmailAddress;
import com.modalitysystems.onboarding.customer.Language;
import com.modalitysystems.onboarding.customer.NewCustomer;
import com.modalitysystems.onboarding.customer.PublicAddress;
import com.modalitysystems.onboarding.customer.SetupEvidence;
import com.modalitysystems.onboarding.customer.Tenant;
import com.modalitysystems.onboarding.customer.TenantId;
import com.modalitysystems.onboarding.customer.TenantIdentifier;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig(LetterHouse.class)
class LetterPrinterTests {

	private static final String MESSAGE_ID = "<0b5f2a54-7a51-4c58-9d0e-0a3b6b2a7c11@videosrv.net>";

	private static final String MARKUP = "</title><script>alert('x')</script> \"Contoso\" & {reference} <b>Söhne</b>";

	private static final String BREAKS = "Contoso\r\nBcc: all@example.com\r\n\r\n<p>body";

	private static final String RIGHT_TO_LEFT = "\u202Eشركة كونتوسو\u202C";

	@Autowired
	private LetterPrinter printer;

	@Test
	void theHeadersAreThoseOfAnHonestMachine() throws Exception {
		MimeMessage letter = overTheWire(LetterKind.welcome, ExampleCustomer.of(LetterKind.welcome, Language.ENGLISH));
		assertThat(letter.getHeader("From", null)).isEqualTo("OneMeeting <onemeeting@videosrv.net>");
		assertThat(letter.getHeader("Reply-To", null)).isEqualTo("support@videosrv.net");
		assertThat(letter.getHeader("To", null)).isEqualTo("megan.bowen@contoso.com");
		assertThat(letter.getMessageID()).isEqualTo(MESSAGE_ID);
		assertThat(letter.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
		assertThat(letter.getHeader("Content-Language", null)).isEqualTo("en");
		assertThat(letter.getSentDate()).isNotNull();
		assertThat(letter.getSubject()).isEqualTo("OneMeeting: you are live [OM-7K3F9Q]");
	}

	@Test
	void theLetterIsInTheLanguageOfTheCustomerAndSaysSo() throws Exception {
		MimeMessage letter = overTheWire(LetterKind.welcome, ExampleCustomer.of(LetterKind.welcome, Language.GERMAN));
		assertThat(letter.getHeader("Content-Language", null)).isEqualTo("de");
		assertThat(letter.getSubject()).isEqualTo("OneMeeting: der Dienst ist in Betrieb [OM-7K3F9Q]");
		assertThat(html(letter)).contains("lang=\"de\"");
	}

	@Test
	void managersReadEnglishOfAGermanCustomerToo() throws Exception {
		MimeMessage letter = overTheWire(LetterKind.consentExpired, Addressee.manager,
				ExampleCustomer.of(LetterKind.consentExpired, Language.GERMAN));
		assertThat(letter.getHeader("Content-Language", null)).isEqualTo("en");
		assertThat(letter.getSubject()).startsWith("Expired");
		assertThat(text(letter)).contains("5 November 2026").doesNotContain("Mandant");
	}

	@Test
	void textComesBeforeHtmlAndNothingIsAttached() throws Exception {
		MimeMessage letter = overTheWire(LetterKind.setupInstructions,
				ExampleCustomer.of(LetterKind.setupInstructions, Language.ENGLISH));
		Multipart parts = (Multipart) letter.getContent();
		assertThat(parts.getContentType()).startsWith("multipart/alternative");
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
		for (int part = 0; part < parts.getCount(); part++) {
			assertThat(parts.getBodyPart(part).getDisposition()).isNull();
		}
	}

	@Test
	void neitherValuesNorCommandsAreInTheInstructions() throws Exception {
		MimeMessage letter = overTheWire(LetterKind.setupInstructions,
				ExampleCustomer.of(LetterKind.setupInstructions, Language.ENGLISH));
		assertThat(text(letter) + html(letter)).doesNotContain("contoso@videosrv.net", "{ConfId}",
				"2b6f4c1e-8a3d-4f7b-9c25-51e0d7a8b3f6", "CsVideoInterop");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "requestReceived")
	void markupThatACustomerTypedStaysText(LetterKind kind) throws Exception {
		MimeMessage letter = overTheWire(kind, named(kind, MARKUP));
		assertThat(html(letter)).doesNotContain("<script", "<b>", "alert('x')")
			.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;Contoso&quot; &amp; {reference}");
		assertThat(text(letter).replaceAll("\\s+", " ")).contains(MARKUP);
	}

	@ParameterizedTest
	@EnumSource
	void lineBreaksThatACustomerTypedMakeNoHeader(LetterKind kind) throws Exception {
		MimeMessage letter = overTheWire(kind, named(kind, BREAKS));
		assertThat(Collections.list(letter.getAllHeaders()).stream().map(Header::getName)).containsExactlyInAnyOrder(
				"From", "Reply-To", "To", "Date", "Auto-Submitted", "X-Auto-Response-Suppress", "Message-ID", "Subject",
				"Content-Language", "MIME-Version", "Content-Type");
		assertThat(Collections.list(letter.getAllHeaders()))
			.noneMatch((header) -> header.getValue().contains("Contoso"));
		assertThat(html(letter)).doesNotContain("<p>body");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "requestReceived")
	void wordsFromRightToLeftTurnNothingElseAround(LetterKind kind) throws Exception {
		MimeMessage letter = overTheWire(kind, named(kind, RIGHT_TO_LEFT));
		for (String form : List.of(text(letter), html(letter))) {
			assertThat(form).doesNotContain("\u202E", "\u202C").contains("\u2068 شركة كونتوسو \u2069");
		}
	}

	@Test
	void theDirectionOfAQuestionIsNotTurnedEither() throws Exception {
		MimeMessage letter = overTheWire(LetterKind.question, named(LetterKind.question, MARKUP));
		assertThat(text(letter)).contains("> <script>alert('x')</script>", ">\n> moc.elpmaxe");
		assertThat(html(letter)).doesNotContain("<script").contains("moc.elpmaxe");
		assertThat(text(letter) + html(letter)).doesNotContain("\u202E");
	}

	// or a stranger could write to anybody in our name
	@ParameterizedTest
	@EnumSource(names = { "administrator", "contact" })
	void theLetterOfARequestNobodyLookedAtHoldsNothingTyped(Addressee addressee) throws Exception {
		Customer customer = named(LetterKind.requestReceived, "Win-a-prize.example");
		MimeMessage letter = overTheWire(LetterKind.requestReceived, addressee, customer);
		assertThat(letter.getSubject()).isEqualTo("OneMeeting: we received your request [OM-7K3F9Q]");
		assertThat(text(letter)).contains("Hello,", "OM-7K3F9Q");
		for (String form : List.of(text(letter), html(letter))) {
			assertThat(form).doesNotContainIgnoringCase("win-a-prize", "contoso", customer.requireTenantId().asText());
		}
	}

	@Test
	void aDomainThatNobodyLookedUpIsNotInTheLetterEither() throws Exception {
		MimeMessage letter = overTheWire(LetterKind.requestReceived,
				typed(LetterKind.requestReceived, "Contoso", new DomainName("win-a-prize.example"), null));
		assertThat(text(letter) + html(letter)).doesNotContain("win-a-prize");
	}

	private MimeMessage overTheWire(LetterKind kind, Customer customer) throws Exception {
		return overTheWire(kind, Addressee.administrator, customer);
	}

	private MimeMessage overTheWire(LetterKind kind, Addressee addressee, Customer customer) throws Exception {
		Envelope envelope = new Envelope(1, customer.reference(), kind, addressee, customer.administrator().email(),
				customer.link(), reminderOf(kind), MESSAGE_ID, 1);
		ByteArrayOutputStream wire = new ByteArrayOutputStream();
		this.printer.print(envelope, customer).writeTo(wire);
		return new MimeMessage((Session) null, new ByteArrayInputStream(wire.toByteArray()));
	}

	private static Reminder reminderOf(LetterKind kind) {
		return Specimen.all(Language.ENGLISH)
			.stream()
			.filter((specimen) -> specimen.kind() == kind)
			.map(Specimen::reminder)
			.findFirst()
			.orElseThrow();
	}

	private static Customer named(LetterKind kind, String name) {
		TenantId tenantId = new TenantId(UUID.fromString("7d3c2b1a-5e4f-4a6b-8c9d-0e1f2a3b4c5d"));
		return typed(kind, name, tenantId, new Tenant(tenantId, name, "contoso.com"));
	}

	private static Customer typed(LetterKind kind, String name, TenantIdentifier tenant, Tenant found) {
		Customer example = (kind == LetterKind.consentProblem)
				? ExampleCustomer.of(kind, Language.ENGLISH, Consent.Outcome.incomplete)
				: ExampleCustomer.of(kind, Language.ENGLISH);
		NewCustomer asked = new NewCustomer(name, tenant, null,
				new Administrator(name, new EmailAddress("megan.bowen@contoso.com"), new PublicAddress("203.0.113.24")),
				null, Language.ENGLISH, null);
		return new Customer(example.reference(), asked, (found != null) ? found.id() : null, found, null,
				example.stage(), example.waitingFor(), example.since(), example.requestedAt(), example.link(),
				"<script>alert('x')</script>\r\n\r\n\u202Emoc.elpmaxe", null, name, example.consent(), null,
				example.issued(), null, 0, null, AddressWindow.SHUT, Wishes.NONE, ConsentTrouble.NONE,
				SetupEvidence.NONE);
	}

	private static String text(MimeMessage letter) throws Exception {
		return contentOf(letter, 0);
	}

	private static String html(MimeMessage letter) throws Exception {
		return contentOf(letter, 1);
	}

	private static String contentOf(MimeMessage letter, int part) throws Exception {
		BodyPart body = ((Multipart) letter.getContent()).getBodyPart(part);
		return body.getContent().toString().replace("\r\n", "\n");
	}

}
