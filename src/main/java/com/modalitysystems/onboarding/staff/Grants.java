package com.modalitysystems.onboarding.staff;

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

	private Grants() {
	}

	static Stream<Grant> all() {
		return Stream.of(ofAdministrators(), ofStaff(), ofManagers()).flatMap((grants) -> grants);
	}

	private static Stream<Grant> ofAdministrators() {
		return Stream.of(Resources.values())
			.map((resource) -> Grant.onAll(Role.ADMINISTRATOR, resource, Permissions.ALL));
	}

	/** See tasks and their past, do them, hand them on, and start what may be started. */
	private static Stream<Grant> ofStaff() {
		return Stream.concat(
				Stream.of(Grant.on("tasklist", Role.STAFF, Resources.APPLICATION, Permissions.ACCESS),
						Grant.onAll(Role.STAFF, Resources.PROCESS_INSTANCE, Permissions.CREATE)),
				Stream.of(Drawing.values())
					.map((drawing) -> Grant.on(drawing.key(), Role.STAFF, Resources.PROCESS_DEFINITION,
							ofStaffIn(drawing))));
	}

	private static Permission[] ofStaffIn(Drawing drawing) {
		return Stream
			.concat(Stream.of(ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_TASK,
					ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.TASK_ASSIGN,
					ProcessDefinitionPermissions.READ_HISTORY),
					drawing.startedByStaff() ? Stream.of(ProcessDefinitionPermissions.CREATE_INSTANCE) : Stream.empty())
			.toArray(Permission[]::new);
	}

	/** Look at everything, in Cockpit and Tasklist, and touch nothing. */
	private static Stream<Grant> ofManagers() {
		return Stream.concat(
				Stream.of("cockpit", "tasklist")
					.map((application) -> Grant.on(application, Role.MANAGER, Resources.APPLICATION,
							Permissions.ACCESS)),
				Stream.of(Drawing.values())
					.map((drawing) -> Grant.on(drawing.key(), Role.MANAGER, Resources.PROCESS_DEFINITION,
							ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
							ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY)));
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
