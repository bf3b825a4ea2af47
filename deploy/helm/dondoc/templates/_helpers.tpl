{{- define "dondoc.labels" -}}
app.kubernetes.io/part-of: dondoc
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "dondoc.name" -}}
{{- if eq .root.Release.Name "dondoc" }}{{ .name }}{{ else }}{{ printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "dondoc.selector" -}}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
{{- end }}

{{/* The address of a service for the others. */}}
{{- define "dondoc.url" -}}
{{- printf "http://%s:%d" (include "dondoc.name" .) (int (index .root.Values.services .name).port) }}
{{- end }}

{{/* Whom each application calls; the addresses that "dondoc.environment" tells are of these. */}}
{{- define "dondoc.calls" -}}
plan-service: [console]
task-service: [console]
reporting-service: [console, task-service]
notification-service: [console, plan-service]
console: [plan-service, task-service, reporting-service, notification-service]
{{- end }}

{{- define "dondoc.secret" -}}
valueFrom:
  secretKeyRef:
    name: {{ .root.Values.secretName }}
    key: {{ .key }}
{{- end }}

{{/* What a container is told; names and order are the same each time. */}}
{{- define "dondoc.environment" -}}
{{- $root := .root }}
{{- $service := .service }}
{{- $name := .name }}
- name: SERVER_PORT
  value: {{ $service.port | quote }}
- name: DONDOC_ISSUER
  value: https://{{ required "host: the host name of the console is missing" $root.Values.host }}
{{- if $root.Values.trust.configMap }}
- name: DONDOC_CA_FILE
  value: /etc/dondoc/trust/ca.pem
{{- end }}
{{- if $root.Values.javaOptions }}
- name: JAVA_TOOL_OPTIONS
  value: {{ $root.Values.javaOptions | quote }}
{{- end }}
- name: DONDOC_METRICS_TOKEN
  {{- include "dondoc.secret" (dict "root" $root "key" $root.Values.metricsTokenKey) | nindent 2 }}
{{- if ne $name "console" }}
- name: DONDOC_JWKS_URI
  value: {{ include "dondoc.url" (dict "root" $root "name" "console") }}/oauth2/jwks
{{- if $root.Values.tracing.endpoint }}
- name: DONDOC_TRACING_ENDPOINT
  value: {{ $root.Values.tracing.endpoint | quote }}
- name: DONDOC_TRACING_SHARE
  value: {{ $root.Values.tracing.share | quote }}
{{- end }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ required "kafka.bootstrapServers: the addresses of the brokers are missing" $root.Values.kafka.bootstrapServers | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $root.Values.kafka.securityProtocol }}
- name: KAFKA_SASL_MECHANISM
  value: {{ $root.Values.kafka.saslMechanism }}
- name: KAFKA_USERNAME
  {{- include "dondoc.secret" (dict "root" $root "key" $root.Values.kafka.usernameKey) | nindent 2 }}
- name: KAFKA_PASSWORD
  {{- include "dondoc.secret" (dict "root" $root "key" $root.Values.kafka.passwordKey) | nindent 2 }}
- name: DONDOC_TOPIC_REPLICATION
  value: {{ $root.Values.kafka.topicReplication | quote }}
{{- end }}
{{- if eq $name "reporting-service" }}
- name: DONDOC_TASK_URL
  value: {{ include "dondoc.url" (dict "root" $root "name" "task-service") }}
{{- end }}
{{- if eq $name "notification-service" }}
- name: DONDOC_PLAN_URL
  value: {{ include "dondoc.url" (dict "root" $root "name" "plan-service") }}
- name: DONDOC_CONSOLE_URL
  value: https://{{ $root.Values.host }}
- name: DONDOC_MAIL_FROM
  value: {{ required "mail.from: the sender of letters is missing" $root.Values.mail.from | quote }}
- name: SMTP_URL
  {{- include "dondoc.secret" (dict "root" $root "key" $root.Values.mail.urlKey) | nindent 2 }}
{{- end }}
{{- if eq $name "console" }}
{{- range $short := list "plan" "task" "reporting" "notification" }}
- name: DONDOC_{{ upper $short }}_URL
  value: {{ include "dondoc.url" (dict "root" $root "name" (printf "%s-service" $short)) }}
{{- end }}
- name: SERVER_FORWARD_HEADERS_STRATEGY
  value: native
- name: DONDOC_SIGNING_KEY
  value: /etc/dondoc/signing/signing-key.json
- name: DONDOC_SIGNING_KEY_LIFE
  value: PT0S
- name: DONDOC_OIDC_ISSUER
  value: {{ required "oidc.issuer: the OpenID Connect provider is missing" $root.Values.oidc.issuer | quote }}
- name: DONDOC_OIDC_CLIENT_ID
  value: {{ $root.Values.oidc.clientId | quote }}
- name: DONDOC_OIDC_SCOPES
  value: {{ $root.Values.oidc.scopes | quote }}
- name: DONDOC_OIDC_CLIENT_SECRET
  {{- include "dondoc.secret" (dict "root" $root "key" $root.Values.oidc.clientSecretKey) | nindent 2 }}
{{- end }}
{{- range $variable, $key := $service.secretEnv }}
- name: {{ $variable }}
  {{- include "dondoc.secret" (dict "root" $root "key" $key) | nindent 2 }}
{{- end }}
{{- range $variable, $value := merge (dict) ($service.env | default dict) $root.Values.env }}
- name: {{ $variable }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
