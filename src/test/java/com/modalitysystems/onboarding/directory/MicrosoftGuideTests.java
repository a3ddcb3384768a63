package com.modalitysystems.onboarding.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.modalitysystems.onboarding.customer.Permission;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/microsoft.md} lists the permissions as the code has them. */
class MicrosoftGuideTests {

	private final Set<Permission> needed = new Binder(new MapConfigurationPropertySource(Map.of()))
		.bindOrCreate("directory.consent", ConsentSettings.class)
		.needed();

	@ParameterizedTest
	@EnumSource
	void eachPermissionStandsThereWithItsIdAndWhetherItIsRequired(Permission permission) throws IOException {
		List<String> rows = Files.readAllLines(Path.of("docs", "microsoft.md"))
			.stream()
			.filter((line) -> line.startsWith("| `" + permission.graphName() + "` |"))
			.toList();
		assertThat(rows).singleElement()
			.asString()
			.contains("| `" + permission.id() + "` |")
			.contains(permission.isDelegated() ? "| delegated |" : "| application |")
			.contains(this.needed.contains(permission) ? "| required" : "| requested |");
	}

}
