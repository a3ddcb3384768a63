package com.modalitysystems.onboarding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/**
 * Searches for what must not be found: personal data, secrets and tokens in the engine's
 * tables and in the log. Each is looked for as it is and in the spellings it takes in
 * addresses, pages and headers.
 */
public final class SecretSweep {

	private static final String COLUMNS = """
			select table_name, column_name, data_type from information_schema.columns
			where table_schema = current_schema() and table_name like 'act\\_%'
			and data_type in ('character varying', 'character', 'text', 'json', 'jsonb', 'bytea')
			order by table_name, column_name
			""";

	private final Set<String> spellings;

	/**
	 * A search for canaries.
	 * @param canaries what must not be found, long enough not to be found by chance
	 */
	public SecretSweep(String... canaries) {
		if (canaries.length == 0 || Stream.of(canaries).anyMatch(canary -> canary.strip().length() < 5)) {
			throw new IllegalArgumentException("A canary needs at least five letters");
		}
		this.spellings = Stream.of(canaries).flatMap(SecretSweep::spellings).collect(Collectors.toSet());
	}

	/** Every column of the engine's tables that holds a canary. */
	public List<String> inTheEngine(JdbcClient jdbc) {
		List<Column> columns = jdbc.sql(COLUMNS).query(Column.class).list();
		if (columns.isEmpty()) {
			throw new IllegalStateException("The engine has no tables here");
		}
		return columns.stream()
			.flatMap(column -> column.find(jdbc, this.spellings).map(found -> column + " holds " + found))
			.toList();
	}

	/** Every line of a text that holds a canary. */
	public List<String> in(String text) {
		return text.lines().filter(this::holds).toList();
	}

	private boolean holds(String line) {
		String lower = line.toLowerCase(Locale.ROOT);
		return this.spellings.stream().map(spelling -> spelling.toLowerCase(Locale.ROOT)).anyMatch(lower::contains);
	}

	private static Stream<String> spellings(String canary) {
		byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
		return Stream.of(canary, URLEncoder.encode(canary, StandardCharsets.UTF_8), HtmlUtils.htmlEscape(canary),
				Base64.getEncoder().withoutPadding().encodeToString(bytes),
				Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** A column that can hold text. */
	record Column(String tableName, String columnName, String dataType) {

		Stream<String> find(JdbcClient jdbc, Set<String> spellings) {
			String holds = this.dataType.equals("bytea") ? "position(convert_to(spelling, 'UTF8') in %s) > 0"
					: "position(lower(spelling) in lower(%s::text)) > 0";
			return jdbc
				.sql("select distinct spelling from %s, unnest(?::text[]) spelling where ".formatted(this.tableName)
						+ holds.formatted(this.columnName))
				.param(spellings.toArray(String[]::new))
				.query(String.class)
				.stream();
		}

		@Override
		public String toString() {
			return this.tableName + "." + this.columnName;
		}

	}

}
