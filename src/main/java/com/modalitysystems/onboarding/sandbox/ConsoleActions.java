package com.modalitysystems.onboarding.sandbox;

import java.time.Duration;
import java.util.UUID;

import com.modalitysystems.onboarding.time.SettableClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** The buttons of the console. */
@Profile("sandbox")
@Controller
@RequestMapping("/sandbox/console")
class ConsoleActions {

	private final Tenants tenants;

	private final Faults faults;

	private final Control control;

	private final SettableClock clock;

	ConsoleActions(Tenants tenants, Faults faults, Control control, SettableClock clock) {
		this.tenants = tenants;
		this.faults = faults;
		this.control = control;
		this.clock = clock;
	}

	@PostMapping("/consent")
	RedirectView consent(@RequestParam UUID tenant, @RequestParam ConsentState consent) {
		this.tenants.change(tenant, new TenantChange(null, null, null, consent, null, null, null, null, null));
		return to("/sandbox#" + tenant);
	}

	@PostMapping("/fault")
	RedirectView preset(@RequestParam int preset) {
		this.faults.add(FaultPreset.ALL.get(preset).fault());
		return to("/sandbox/faults");
	}

	@PostMapping("/own-fault")
	RedirectView ownFault(@RequestParam Target target, @RequestParam(required = false) @Nullable String path,
			@RequestParam int times, @RequestParam String what,
			@RequestParam(required = false) @Nullable Integer status,
			@RequestParam(required = false) @Nullable Long seconds,
			@RequestParam(defaultValue = "false") boolean after) {
		this.faults.add(new Fault(target, (path == null || path.isBlank()) ? null : path, times, null,
				what.equals("status") ? status : null, null, what.equals("delay") ? delay(seconds) : null,
				what.equals("drop") ? true : null, after ? true : null));
		return to("/sandbox/faults");
	}

	private static long delay(@Nullable Long seconds) {
		return Duration.ofSeconds((seconds != null) ? seconds : 1).toMillis();
	}

	@PostMapping("/remove-fault")
	RedirectView removeFault(@RequestParam long id) {
		this.faults.remove(id);
		return to("/sandbox/faults");
	}

	@PostMapping("/clock")
	RedirectView clock(@RequestParam Duration advance, @RequestParam String back) {
		this.clock.advance(advance.isNegative() ? Duration.ZERO : advance);
		return to(back);
	}

	@PostMapping("/clock-back")
	RedirectView clockBack(@RequestParam String back) {
		this.clock.reset();
		return to(back);
	}

	@PostMapping("/redeploy")
	RedirectView redeploy() {
		this.control.redeploy();
		return to("/sandbox/rules");
	}

	@PostMapping("/reset")
	RedirectView reset() {
		this.control.reset();
		return to("/sandbox");
	}

	/** Nowhere but to the console. */
	private static RedirectView to(String page) {
		RedirectView redirect = new RedirectView(page.matches("/sandbox[\\w/#-]*") ? page : "/sandbox");
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		return redirect;
	}

}
