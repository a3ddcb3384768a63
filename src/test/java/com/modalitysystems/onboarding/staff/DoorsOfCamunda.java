package com.modalitysystems.onboarding.staff;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * The doors that came with Camunda: every method that its applications and their plugins
 * publish, found by their JAX-RS annotations as Jersey finds them.
 */
final class DoorsOfCamunda {

	private static final Map<String, Application> APPLICATIONS = applications();

	private final SortedSet<Door> doors = new TreeSet<>();

	private DoorsOfCamunda() {
		APPLICATIONS.forEach((path, application) -> application.getClasses()
			.stream()
			.filter((part) -> AnnotationUtils.findAnnotation(part, Path.class) != null)
			.forEach((part) -> look("/camunda/api" + path + pathOf(part), part)));
	}

	static SortedSet<Door> all() {
		return new DoorsOfCamunda().doors;
	}

	private static Map<String, Application> applications() {
		Map<String, Application> applications = new LinkedHashMap<>();
		applications.put("/admin", new AdminApplication());
		applications.put("/cockpit", new CockpitApplication());
		applications.put("/tasklist", new TasklistApplication());
		applications.put("/welcome", new WelcomeApplication());
		applications.put("/engine", new EngineRestApplication());
		return applications;
	}

	private void look(String here, Class<?> part) {
		for (Method method : part.getMethods()) {
			Optional<String> path = find(method, Path.class).map(Path::value);
			Optional<String> verb = verbOf(method);
			String there = here + path.map(DoorsOfCamunda::slashed).orElse("");
			if (verb.isPresent()) {
				this.doors.add(new Door(verb.get(), there));
			}
			else if (path.isPresent()) {
				look(there, method.getReturnType());
			}
		}
	}

	private static Optional<String> verbOf(Method method) {
		return declarations(method).flatMap((one) -> Stream.of(one.getAnnotations()))
			.map((annotation) -> annotation.annotationType().getAnnotation(HttpMethod.class))
			.flatMap(Stream::ofNullable)
			.map(HttpMethod::value)
			.findFirst();
	}

	private static <A extends Annotation> Optional<A> find(Method method, Class<A> annotation) {
		return declarations(method).flatMap((one) -> Stream.ofNullable(one.getAnnotation(annotation))).findFirst();
	}

	/** The method, and what it implements or overrides. */
	private static Stream<Method> declarations(Method method) {
		Class<?> owner = method.getDeclaringClass();
		Stream<Class<?>> types = Stream.concat(
				Stream.<Class<?>>iterate(owner, (type) -> type != null, Class::getSuperclass),
				ClassUtils.getAllInterfacesForClassAsSet(owner).stream());
		return types.map((type) -> ClassUtils.getMethodIfAvailable(type, method.getName(), method.getParameterTypes()))
			.flatMap(Stream::ofNullable);
	}

	private static String pathOf(Class<?> part) {
		Path path = AnnotationUtils.findAnnotation(part, Path.class);
		return (path != null) ? slashed(path.value()) : "";
	}

	private static String slashed(String path) {
		return (path.isEmpty() || path.startsWith("/")) ? path : "/" + path;
	}

}
