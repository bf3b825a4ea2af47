package vn.dondoc.reading;

/** What a unit answers for in the part on carrying out the plan. */
public record Duty(String unit, String text, Source source, double confidence, String reason) {
}
