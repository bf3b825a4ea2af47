package vn.dondoc.plan.rules;

import java.util.List;

/**
 * What is wrong with one part of a body.
 *
 * @param field a path into the body, or the row it is about
 * @param code stable; its sentence is in the message bundle under {@code problem.CODE}
 * @param arguments for the sentence
 */
public record BrokenRule(String field, String code, List<Object> arguments) {}
