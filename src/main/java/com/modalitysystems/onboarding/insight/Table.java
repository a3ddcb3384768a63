package com.modalitysystems.onboarding.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Figures as a table, for other programs.
 *
 * @param columns the names of its columns
 * @param rows what stands in them
 */
record Table(List<String> columns, List<List<Object>> rows) {

	static Table of(String columns, Stream<List<Object>> rows) {
		return new Table(List.of(columns.split(",")), rows.toList());
	}

	/** Each row with the names of its columns. */
	List<Map<String, Object>> objects() {
		return this.rows.stream().map(this::object).toList();
	}

	private Map<String, Object> object(List<Object> row) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int column = 0; column < this.columns.size(); column++) {
			object.put(this.columns.get(column), row.get(column));
		}
		return object;
	}

}
