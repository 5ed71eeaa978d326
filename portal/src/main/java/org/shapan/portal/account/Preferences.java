package org.shapan.portal.account;

import java.util.Optional;
import org.shapan.portal.text.Language;

/**
 * What a person chose for the look of the portal.
 *
 * @param language empty when the person never chose one
 */
public record Preferences(Optional<Language> language, boolean dark) {}
