package vn.dondoc.reading;

import org.jspecify.annotations.Nullable;

/** A file to read: its name as given, its bytes (not copied) and the media type it was sent with, if any. */
@SuppressWarnings("ArrayRecordComponent")
public record SourceFile(String name, byte[] bytes, @Nullable String mediaType) {

    public SourceFile(String name, byte[] bytes) {
        this(name, bytes, null);
    }
}
