/** Documents of the administration on paper: laid out once, written as .docx in the form of decree 30/2020. */
@NullMarked
package vn.dondoc.paper;

import org.jspecify.annotations.NullMarked;
