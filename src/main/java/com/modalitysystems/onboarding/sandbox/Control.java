package com.modalitysystems.onboarding.sandbox;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a program reads and changes the simulated world. */
@Profile("sandbox")
@RestController
@RequestMapping("/sandbox")
class Control {

	private static final String MANY = "100000";

	private final Tenants tenants;

	private final SecurityRules rules;

	private final World world;

	private final Mailbox mailbox;

	private final Faults faults;

	private final Journal journal;

	private final Seeds seeds;

	Control(Tenants tenants, SecurityRules rules, World world, Mailbox mailbox, Faults faults, Journal journal,
			Seeds seeds) {
		this.tenants = tenants;
		this.rules = rules;
		this.world = world;
		this.mailbox = mailbox;
		this.faults = faults;
		this.journal = journal;
		this.seeds = seeds;
	}

	@GetMapping("/tenants")
	List<SimulatedTenant> tenants() {
		return this.tenants.all();
	}

	@GetMapping("/tenants/{id}")
	ResponseEntity<SimulatedTenant> tenant(@PathVariable UUID id) {
		return ResponseEntity.of(this.tenants.find(id));
	}

	@PutMapping("/tenants/{id}")
	SimulatedTenant change(@PathVariable UUID id, @RequestBody TenantChange change) {
		return this.tenants.change(id, change);
	}

	@GetMapping("/rules")
	List<ObjectNode> rules() {
		return this.rules.things().stream().map(Control::marked).toList();
	}

	/** A rule vanishes, as if somebody had deleted it in the portal. */
	@DeleteMapping("/rules/{name}")
	ResponseEntity<Void> vanish(@PathVariable String name) {
		return this.rules.remove(name) ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
	}

	/** All rules vanish that were not there from the beginning. */
	@DeleteMapping("/rules")
	void redeploy() {
		this.rules.redeploy();
	}

	@GetMapping("/pexip-objects")
	Map<PexipResource, List<ObjectNode>> pexipObjects() {
		Map<PexipResource, List<ObjectNode>> objects = new LinkedHashMap<>();
		Stream.of(PexipResource.values())
			.forEach(resource -> objects.put(resource,
					this.world.things(resource.kind()).stream().map(Control::marked).toList()));
		return objects;
	}

	private static ObjectNode marked(World.Thing thing) {
		return thing.body().put("seeded", thing.seeded());
	}

	@GetMapping("/mail")
	List<Letter.Arrived> mail(@RequestParam(defaultValue = MANY) int limit) {
		return this.mailbox.letters(limit);
	}

	@GetMapping(path = "/mail/{id}/raw")
	ResponseEntity<byte[]> raw(@PathVariable long id) {
		return this.mailbox.raw(id)
			.map(raw -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(raw))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	@GetMapping("/mail/{id}/attachments/{number}")
	ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int number) {
		return this.mailbox.find(id)
			.filter(arrived -> number < arrived.letter().attachments().size())
			.map(arrived -> arrived.letter().attachments().get(number))
			.map(file -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_OCTET_STREAM)
				.body(Base64.getDecoder().decode(file.base64())))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	@DeleteMapping("/mail")
	void clearMail() {
		this.mailbox.clear();
	}

	@GetMapping("/faults")
	List<Faults.Waiting> faults() {
		return this.faults.waiting();
	}

	@PutMapping("/faults")
	List<Faults.Waiting> setFaults(@RequestBody List<Fault> wanted) {
		this.faults.clear();
		wanted.forEach(this.faults::add);
		return this.faults.waiting();
	}

	@DeleteMapping("/faults")
	void clearFaults() {
		this.faults.clear();
	}

	@GetMapping("/journal")
	List<Journal.Entry> journal(@RequestParam(required = false) @Nullable Target target,
			@RequestParam(defaultValue = MANY) int limit) {
		return this.journal.entries(target, limit);
	}

	@DeleteMapping("/journal")
	void clearJournal() {
		this.journal.clear();
	}

	@ExceptionHandler
	ProblemDetail refused(IllegalArgumentException nonsense) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, nonsense.getMessage());
	}

	/** Forget what happened: letters, journal, faults, and what tenants consented to. */
	@DeleteMapping
	void reset() {
		this.mailbox.clear();
		this.journal.clear();
		this.faults.clear();
		this.seeds.restoreConsents();
	}

}
