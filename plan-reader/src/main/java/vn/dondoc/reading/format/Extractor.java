package vn.dondoc.reading.format;

import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.text.TextDocument;

/** Reads the files of one format. */
interface Extractor {

    /** Throws {@link UnreadableException} with the reason where the file cannot be read. */
    TextDocument extract(byte[] file);
}
