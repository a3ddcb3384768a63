package com.modalitysystems.onboarding.conference;

import java.lang.reflect.Modifier;
import java.util.Arrays;

import com.modalitysystems.onboarding.http.RemoteCallFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ResourceUriTests {

	@ParameterizedTest
	@ValueSource(strings = { "/api/admin/configuration/v1/azure_tenant/17/",
			"https://px-mgr.example.net/api/admin/configuration/v1/azure_tenant/17/",
			"https://px-mgr.example.net/behind/a/proxy/api/admin/configuration/v1/azure_tenant/17/" })
	void itIsReadFromWhatPexipGives(String text) {
		assertThat(ResourceUri.of(Resource.azure_tenant, text)).isEqualTo(new ResourceUri(Resource.azure_tenant, 17))
			.hasToString("/api/admin/configuration/v1/azure_tenant/17/");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "/api/admin/configuration/v1/azure_tenant/", "/api/admin/configuration/v1/azure_tenant//",
					"/api/admin/configuration/v1/azure_tenant/17", "/api/admin/configuration/v1/azure_tenant/0/",
					"/api/admin/configuration/v1/azure_tenant/17/../", "/api/admin/configuration/v1/azure_tenant/x/",
					"/api/admin/configuration/v1/azure_tenant/?id=17/", "/api/admin/configuration/v1/azure_tenant/-17/",
					"/api/admin/configuration/v1/conference/17/", "17", "null" })
	void anAddressOfManyOrOfAnotherKindIsNoAddress(String text) {
		assertThatExceptionOfType(RemoteCallFailed.class).isThrownBy(() -> ResourceUri.of(Resource.azure_tenant, text));
	}

	@Test
	void itCannotBeMadeWithoutANumber() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ResourceUri(Resource.conference, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new ResourceUri(Resource.conference, -1));
	}

	@Test
	void whateverChangesOrRemovesTakesThisTypeAndNoText() {
		assertThat(Arrays.stream(PexipApi.class.getDeclaredMethods())
			.filter((method) -> method.getName().equals("change") || method.getName().equals("remove"))).hasSize(2)
			.allSatisfy((method) -> assertThat(method.getParameterTypes()[0]).isEqualTo(ResourceUri.class));
		// nobody beside those may choose the verb
		assertThat(Arrays.stream(PexipCalls.class.getDeclaredMethods())
			.filter((method) -> !Modifier.isPrivate(method.getModifiers()))
			.filter((method) -> !method.getName().equals("get"))
			.map((method) -> method.getName() + " " + method.getParameterTypes()[0].getSimpleName()))
			.containsExactlyInAnyOrder("post Resource", "patch ResourceUri", "delete ResourceUri");
	}

}
