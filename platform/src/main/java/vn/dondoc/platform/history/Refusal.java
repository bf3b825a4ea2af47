package vn.dondoc.platform.history;

import java.util.List;

/** A broken rule: HTTP status, stable code, and what its sentence needs. */
public record Refusal(int status, String code, List<Object> arguments) {}
