package vn.dondoc.platform.web;

import org.springframework.http.ResponseEntity;

/** Answers that carry the version of what they show as an entity tag. */
public final class Versions {

    private Versions() {}

    public static <T> ResponseEntity<T> ok(long version, T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    public static <T> ResponseEntity<T> created(long version, T body) {
        return ResponseEntity.status(201).eTag("\"" + version + "\"").body(body);
    }
}
