package com.modalitysystems.onboarding.staff;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What each role may do. Nobody may what does not stand here: deploying, editing,
 * deleting and migrating is left to administrators.
 */
final class Grants {

	/** To do tasks and hand them on. */
	private static final List<Permission> TASKS = List.of(ProcessDefinitionPermissions.READ,
			ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.TASK_WORK,
			ProcessDefinitionPermissions.TASK_ASSIGN);

	/** To see where onboardings are, and were. */
	private static final List<Permission> WATCHING = List.of(ProcessDefinitionPermissions.READ,
			ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY);

	private Grants() {
	}

	static Stream<Grant> all() {
		return Stream.of(ofAdministrators(), ofRequesters(), ofStaff(), ofManagers(), ofOperators(), ofAuditors())
			.flatMap((grants) -> grants);
	}

	private static Stream<Grant> ofAdministrators() {
		return Stream.of(Resources.values())
			.map((resource) -> Grant.onAll(Role.ADMINISTRATOR, resource, Permissions.ALL));
	}

	/** Start an onboarding. What became of it is on a page of ours. */
	private static Stream<Grant> ofRequesters() {
		return Stream.of(entering("tasklist", Role.REQUESTER),
				Grant.onAll(Role.REQUESTER, Resources.PROCESS_INSTANCE, Permissions.CREATE),
				Grant.on(Drawing.ONBOARDING.key(), Role.REQUESTER, Resources.PROCESS_DEFINITION,
						ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE));
	}

	/** See tasks and their past, do them, hand them on, and start what may be started. */
	private static Stream<Grant> ofStaff() {
		return Stream.concat(
				Stream.of(entering("tasklist", Role.STAFF),
						Grant.onAll(Role.STAFF, Resources.PROCESS_INSTANCE, Permissions.CREATE)),
				inEach(Role.STAFF, Grants::ofStaffIn));
	}

	private static List<Permission> ofStaffIn(Drawing drawing) {
		List<Permission> work = and(TASKS, ProcessDefinitionPermissions.READ_HISTORY);
		return drawing.startedByStaff() ? and(work, ProcessDefinitionPermissions.CREATE_INSTANCE) : work;
	}

	/** Look at everything, in Cockpit and Tasklist, and touch nothing. */
	private static Stream<Grant> ofManagers() {
		return Stream.concat(Stream.of(entering("cockpit", Role.MANAGER), entering("tasklist", Role.MANAGER)),
				inEach(Role.MANAGER, (drawing) -> and(WATCHING, ProcessDefinitionPermissions.READ_TASK)));
	}

	/** Look at the flow, try again what failed, and do the tasks of trouble. */
	private static Stream<Grant> ofOperators() {
		return Stream.concat(Stream.of(entering("cockpit", Role.OPERATOR), entering("tasklist", Role.OPERATOR)),
				inEach(Role.OPERATOR, Grants::ofOperatorsIn));
	}

	private static List<Permission> ofOperatorsIn(Drawing drawing) {
		List<Permission> repair = and(WATCHING, ProcessDefinitionPermissions.RETRY_JOB);
		return (drawing == Drawing.TROUBLE) ? Stream.concat(repair.stream(), TASKS.stream()).distinct().toList()
				: repair;
	}

	/** Read whatever the engine knows, also who may do what. */
	private static Stream<Grant> ofAuditors() {
		return Stream.concat(Stream.of("tasklist", "cockpit", "admin").map((name) -> entering(name, Role.AUDITOR)),
				Stream.of(Resources.values())
					.filter((resource) -> List.of(Permissions.READ.getTypes()).contains(resource))
					.map((resource) -> Grant.onAll(Role.AUDITOR, resource, readingOf(resource))));
	}

	private static Permission[] readingOf(Resources resource) {
		return switch (resource) {
			case PROCESS_DEFINITION -> and(WATCHING, ProcessDefinitionPermissions.READ_TASK).toArray(Permission[]::new);
			case DECISION_DEFINITION, BATCH -> new Permission[] { Permissions.READ, Permissions.READ_HISTORY };
			default -> new Permission[] { Permissions.READ };
		};
	}

	private static Grant entering(String application, Role role) {
		return Grant.on(application, role, Resources.APPLICATION, Permissions.ACCESS);
	}

	private static Stream<Grant> inEach(Role role, Function<Drawing, List<Permission>> permissions) {
		return Stream.of(Drawing.values())
			.map((drawing) -> Grant.on(drawing.key(), role, Resources.PROCESS_DEFINITION,
					permissions.apply(drawing).toArray(Permission[]::new)));
	}

	private static List<Permission> and(List<Permission> some, Permission more) {
		return Stream.concat(some.stream(), Stream.of(more)).toList();
	}

	/**
	 * One line of the table.
	 *
	 * @param role who
	 * @param resource on what kind of thing
	 * @param id on which one
	 * @param permissions what they may do there
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared, only handed to the engine
	record Grant(Role role, Resource resource, String id, Permission... permissions) {

		static Grant on(String id, Role role, Resource resource, Permission... permissions) {
			return new Grant(role, resource, id, permissions);
		}

		static Grant onAll(Role role, Resource resource, Permission... permissions) {
			return new Grant(role, resource, "*", permissions);
		}

	}

}
