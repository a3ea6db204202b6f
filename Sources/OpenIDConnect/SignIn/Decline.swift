/// Why a provider sent somebody back without a code (RFC 6749, 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6).
public enum Decline: String, Hashable, Sendable {
  /// The person, or the provider on their behalf, said no.
  case accessDenied = "access_denied"
  case loginRequired = "login_required"
  case interactionRequired = "interaction_required"
  case consentRequired = "consent_required"
  case accountSelectionRequired = "account_selection_required"
  /// The person cannot sign in in the way that was demanded.
  case authenticationUnmet = "unmet_authentication_requirements"
  case invalidRequest = "invalid_request"
  case unauthorizedClient = "unauthorized_client"
  case unsupportedResponseType = "unsupported_response_type"
  case invalidScope = "invalid_scope"
  case serverError = "server_error"
  case temporarilyUnavailable = "temporarily_unavailable"
  /// A reason that no standard we follow names.
  case other
}
