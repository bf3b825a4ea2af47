package vn.dondoc.reading.text;

/** A part of a document, in reading order. */
public sealed interface Block permits Paragraph, Table {

    /** From 0 in the document. */
    int index();
}
