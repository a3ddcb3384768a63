package com.modalitysystems.onboarding.insight;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a database with onboardings of two years, each with its stays. */
final class ManyOnboardings {

	private ManyOnboardings() {
	}

	/** Of ten, seven are live, two were lost, and one waits for its consent. */
	static void fill(JdbcClient jdbc, int onboardings) {
		jdbc.sql(
				"""
						insert into customer (reference, company, tenant_asked, country, language, admin_name, admin_email,
							admin_address, stage, waiting_for, since, requested_at, link, furthest, lost_because)
						select 'OM-' || translate(lpad(to_hex(n), 6, '0'), '01', 'YZ'), 'Company ' || n, 'c' || n || '.example',
							(array['GB', 'DE', 'US', 'FR', null])[n % 5 + 1], 'en', 'Ada Berg', 'ada@c' || n || '.example',
							'20.30.40.50', stage, case when stage = 'awaitingConsent' then 'customer' else 'nobody' end,
							requested + interval '5 days', requested, 'link' || n, cast(furthest as step),
							case stage when 'rejected' then 'rejected' when 'closed' then 'expired' end
						from (select n,
								now() - (n % 730) * interval '1 day' - (n % 24) * interval '1 hour' - interval '6 days' as requested,
								case n % 10 when 0 then 'rejected' when 1 then 'closed' when 2 then 'awaitingConsent' else 'live' end as stage,
								case n % 10 when 0 then 'validated' when 1 then 'approved' when 2 then 'approved' else 'live' end as furthest
							from generate_series(1, :onboardings) as n) as seeds""")
			.param("onboardings", onboardings)
			.update();
		// one by one, each of them would be looked up and sorted in
		jdbc.sql("alter table stay disable trigger all").update();
		jdbc.sql("drop index stays_by_length").update();
		jdbc.sql(
				"""
						insert into stay (reference, stage, entered_at, left_at, business_seconds)
						select reference, (array['requested', 'awaitingApproval', 'provisioning', 'awaitingConsent', 'provisioning',
								'awaitingSetup', 'confirming'])[place],
							requested_at + place * interval '12 hours', requested_at + (place + 1) * interval '12 hours',
							(hashtext(reference) & 65535) * place
						from customer cross join generate_series(1, 7) as place where stage = 'live' or place < 4""")
			.update();
		jdbc.sql("create index on stay (stage, business_seconds) include (left_at) where business_seconds is not null")
			.update();
		jdbc.sql("analyze").update();
	}

}
