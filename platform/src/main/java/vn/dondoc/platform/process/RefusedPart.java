package vn.dondoc.platform.process;

import java.util.List;

/** A part that a rule of the domain forbade, and what its sentence needs. */
public record RefusedPart(String part, String code, List<String> arguments) {}
