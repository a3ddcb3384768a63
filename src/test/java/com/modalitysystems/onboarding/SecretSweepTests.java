package com.modalitysystems.onboarding;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The search itself, shown by canaries that are planted and taken away again. */
@HouseTest
@Transactional
class SecretSweepTests {

	private static final String NAME = "Zoë O'Canary";

	private final SecretSweep sweep = new SecretSweep(NAME, "canary+1@contoso.com");

	@Autowired
	private JdbcClient jdbc;

	@Test
	void nothingIsFoundWhereNothingIs() {
		assertThat(this.sweep.inTheEngine(this.jdbc)).isEmpty();
		assertThat(this.sweep.in("OM-7K3F9Q is live")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Zoë O'Canary", "Dear ZOë o'canary,", "?name=Zo%C3%AB+O%27Canary&x=1",
			"canary%2B1%40contoso.com", "Zo&euml; O&#39;Canary" })
	void aCanaryIsFoundInEverySpelling(String text) {
		plantText(text);
		assertThat(this.sweep.inTheEngine(this.jdbc)).singleElement()
			.asString()
			.startsWith("act_ge_property.value_ holds ");
		assertThat(this.sweep.in("one line\n" + text + "\nanother")).containsExactly(text);
	}

	@Test
	void aCanaryIsFoundAmidBytes() {
		plantBytes(("\0\u0005" + NAME + "\0").getBytes(StandardCharsets.UTF_8));
		assertThat(this.sweep.inTheEngine(this.jdbc)).containsExactly("act_ge_bytearray.bytes_ holds " + NAME);
	}

	@Test
	void aCanaryThatIsFoundByChanceIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SecretSweep("Ann"));
		assertThatIllegalArgumentException().isThrownBy(SecretSweep::new);
	}

	private void plantText(String text) {
		this.jdbc.sql("insert into act_ge_property (name_, value_, rev_) values ('canary', ?, 1)").param(text).update();
	}

	private void plantBytes(byte[] bytes) {
		this.jdbc.sql("insert into act_ge_bytearray (id_, bytes_) values ('canary', ?)").param(bytes).update();
	}

}
