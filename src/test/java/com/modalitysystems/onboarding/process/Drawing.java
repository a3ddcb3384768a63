package com.modalitysystems.onboarding.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A drawing as it is written.
 *
 * @param name of its file, without ending
 * @param model what it says
 * @param document every element and attribute of it
 */
record Drawing(String name, BpmnModelInstance model, Document document) {

	static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	static Drawing read(Path file) {
		try {
			return of(withoutEnding(file), Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Drawing of(String name, String xml) {
		BpmnModelInstance model = Bpmn
			.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
		return new Drawing(name, model, parse(xml));
	}

	/** The files of a folder, or none when there is no such folder. */
	static List<Path> files(Path folder, String ending) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String withoutEnding(Path file) {
		return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
	}

	/** The act an element stands for: its id without the place behind the underscore. */
	static String act(FlowElement element) {
		return element.getId().replaceFirst("_.*$", "");
	}

	<T extends ModelElementInstance> Stream<T> all(Class<T> type) {
		return this.model.getModelElementsByType(type).stream();
	}

	List<FlowNode> before(FlowNode node) {
		return all(SequenceFlow.class).filter(flow -> flow.getTarget().equals(node))
			.map(SequenceFlow::getSource)
			.toList();
	}

	List<FlowNode> after(FlowNode node) {
		return waysOut(node).stream().map(SequenceFlow::getTarget).toList();
	}

	List<SequenceFlow> waysOut(FlowNode node) {
		return all(SequenceFlow.class).filter(flow -> flow.getSource().equals(node)).toList();
	}

	Stream<Element> elements() {
		NodeList nodes = this.document.getElementsByTagName("*");
		return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
	}

	private static Document parse(String xml) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
		}
		catch (Exception ex) {
			throw new IllegalArgumentException("This is no XML", ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
