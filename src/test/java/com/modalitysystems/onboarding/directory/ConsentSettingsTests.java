package com.modalitysystems.onboarding.directory;

import java.util.Map;

import com.modalitysystems.onboarding.customer.Permission;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConsentSettingsTests {

	@Test
	void theFourOfMicrosoftsPageAreRequiredUnlessToldOtherwise() {
		ConsentSettings settings = bind(Map.of());
		assertThat(settings.via()).isEqualTo(ConsentSettings.Via.entra);
		assertThat(settings.required()).containsExactlyInAnyOrder(Permission.CALLS_JOIN_GROUP_CALL,
				Permission.CALLS_JOIN_GROUP_CALL_AS_GUEST, Permission.CALLS_ACCESS_MEDIA,
				Permission.ONLINE_MEETINGS_READ);
	}

	@Test
	void permissionsAreToldByTheirNamesInWhateverCase() {
		assertThat(bind(Map.of("directory.consent.required-permissions", "calls.accessmedia.all, User.Read.All"))
			.required()).containsExactlyInAnyOrder(Permission.CALLS_ACCESS_MEDIA, Permission.USER_READ_ALL);
	}

	@Test
	void aPermissionThatWeDoNotAskForIsRefused() {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(Map.of("directory.consent.required-permissions", "Mail.Read")))
			.havingRootCause()
			.withMessageContaining("Mail.Read");
	}

	@Test
	void theConnectorsWayNeedsItsAddress() {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(Map.of("directory.consent.via", "connector")))
			.havingRootCause()
			.withMessageContaining("directory.consent.connector-url");
	}

	private static ConsentSettings bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("directory.consent",
				ConsentSettings.class);
	}

}
