/**
 * Conditions of Google Cloud IAM policies: the provider's part of the Common Expression Language, evaluated by cel-java, and
 * taken apart where it speaks of an object's name, so that it can be answered for all names at once. A condition is
 * somebody else's text; its size, depth and work are bounded.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute reference</a>
 */
@NullMarked
package dev.ullage.cel.iam;

import org.jspecify.annotations.NullMarked;
