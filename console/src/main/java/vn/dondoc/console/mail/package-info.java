/** The mail sink of local runs: messages are kept and shown, never sent on. */
@NullMarked
package vn.dondoc.console.mail;

import org.jspecify.annotations.NullMarked;
