/** The neutral form of a document: paragraphs and tables with their places, and the handling of Vietnamese text. */
@NullMarked
package vn.dondoc.reading.text;

import org.jspecify.annotations.NullMarked;
