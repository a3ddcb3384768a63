package com.modalitysystems.onboarding.doctor;

import java.io.IOException;
import java.util.List;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;

/**
 * What begins to work by being there, such as the outbox's postman, and what sets up the
 * engine and the web.
 */
class SelfStarters implements TypeFilter {

	private static final List<TypeFilter> KINDS = List.of(new AssignableTypeFilter(Lifecycle.class),
			new AssignableTypeFilter(ApplicationRunner.class), new AssignableTypeFilter(CommandLineRunner.class),
			new AssignableTypeFilter(ApplicationListener.class), new AnnotationTypeFilter(Configuration.class));

	@Override
	public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
		for (TypeFilter kind : KINDS) {
			if (kind.match(type, types)) {
				return true;
			}
		}
		return false;
	}

}
