import copy
import re
import unittest

from dondoc_local import services, settings

from . import checking
from .test_compose import FRAMEWORK, megabytes, needed, room_beside_readers

TOLD = {"host": "dondoc.tinh.example", "kafka": {"bootstrapServers": "k1:9093,k2:9093"}, "oidc": {"issuer": "https://login.tinh.example/realms/dondoc"},
        "mail": {"from": "dondoc@tinh.example"}, "trust": {"configMap": "authorities"}, "tracing": {"endpoint": "http://collector:4318/v1/traces"},
        "javaOptions": "-Dhttps.proxyHost=proxy.tinh.example", "serviceMonitor": {"enabled": True}, "backup": {"enabled": True, "claim": "backups"}}
RELEASES = ("1.30", "1.37")


class TheChart(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        checking.bring()
        cls.rendered = cls.render(TOLD)
        cls.known = settings.documented(checking.OPERATING.read_text(encoding="utf-8"))

    @classmethod
    def render(cls, values):
        """What Helm makes of the chart, as objects."""
        import helm_python
        import yaml
        with helm_python.Chart.load(str(checking.CHART)) as chart:
            made = chart.render(values, name="dondoc", namespace="dondoc")
        return [found for name, text in sorted(made.items()) if name.endswith(".yaml") for found in yaml.safe_load_all(text) if found]

    def of(self, kind):
        return {found["metadata"]["name"]: found for found in self.rendered if found["kind"] == kind}

    def test_kubernetes_takes_what_is_rendered(self):
        import kubernetes_validate
        for found in self.rendered:
            if found["kind"] != "ServiceMonitor":
                for release in RELEASES:
                    kubernetes_validate.validate(found, release, strict=True)
        spoilt = copy.deepcopy(self.of("Deployment")["console"])
        spoilt["spec"]["template"]["spec"]["containers"][0]["imagee"] = "x"
        with self.assertRaises(Exception):
            kubernetes_validate.validate(spoilt, RELEASES[0], strict=True)

    def test_each_application_has_its_objects(self):
        for kind in ("Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy", "ServiceMonitor"):
            self.assertEqual(set(services.NAMES), set(self.of(kind)), kind)
        self.assertEqual(["console"], list(self.of("Ingress")))

    def test_each_setting_is_known_to_its_application_and_what_is_needed_is_given(self):
        for name, deployment in self.of("Deployment").items():
            told = [variable["name"] for variable in self.container(deployment)["env"]]
            self.assertEqual(sorted(set(told)), sorted(told), "%s is told nothing twice" % name)
            self.assertEqual([], [variable for variable in told if variable not in FRAMEWORK and name not in self.known.get(variable, ())], name)
            self.assertEqual(set(), needed(name) - set(told), name)

    def test_secrets_come_from_the_secret_only(self):
        secret = ("PASSWORD", "SECRET", "TOKEN", "KEYS", "MONGODB_URI", "SMTP_URL")
        for workload in (*self.of("Deployment").values(), self.of("CronJob")["backup"]["spec"]["jobTemplate"]):
            for variable in self.container(workload)["env"]:
                if variable["name"].endswith(secret) or "_SECRET_" in variable["name"]:
                    self.assertIn("secretKeyRef", variable.get("valueFrom", {}), variable["name"])

    def test_pods_are_nobody_write_nothing_and_say_how_they_are(self):
        for name, deployment in self.of("Deployment").items():
            pod, container = deployment["spec"]["template"]["spec"], self.container(deployment)
            self.assertTrue(pod["securityContext"]["runAsNonRoot"])
            self.assertFalse(pod["automountServiceAccountToken"])
            self.assertEqual({"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}, container["securityContext"])
            self.assertEqual("/actuator/health/readiness", container["readinessProbe"]["httpGet"]["path"])
            self.assertEqual("/actuator/health/liveness", container["livenessProbe"]["httpGet"]["path"])
            self.assertIn("memory", container["resources"]["limits"])
            self.assertEqual(services.service(name).port, container["ports"][0]["containerPort"])
            self.assertEqual(2, deployment["spec"]["replicas"])

    def test_selectors_find_their_pods_and_volumes_their_mounts(self):
        labels = {name: deployment["spec"]["template"]["metadata"]["labels"] for name, deployment in self.of("Deployment").items()}
        for name in services.NAMES:
            for selector in (self.of("Service")[name]["spec"]["selector"], self.of("PodDisruptionBudget")[name]["spec"]["selector"]["matchLabels"],
                             self.of("NetworkPolicy")[name]["spec"]["podSelector"]["matchLabels"]):
                self.assertEqual([name], [one for one, own in labels.items() if selector.items() <= own.items()])
            pod = self.of("Deployment")[name]["spec"]["template"]["spec"]
            self.assertEqual({mount["name"] for mount in self.container(self.of("Deployment")[name])["volumeMounts"]}, {volume["name"] for volume in pod["volumes"]})

    def test_only_the_console_is_reached_from_the_ingress(self):
        for name, policy in self.of("NetworkPolicy").items():
            inside = [where["namespaceSelector"]["matchLabels"] for where in policy["spec"]["ingress"][0]["from"] if "namespaceSelector" in where]
            self.assertEqual(2 if name == "console" else 1, len(inside), name)

    def test_calls_go_along_the_addresses_that_each_is_told_and_no_others(self):
        called = {}
        for name, deployment in self.of("Deployment").items():
            told = " ".join(variable.get("value", "") for variable in self.container(deployment)["env"])
            called[name] = set(re.findall(r"http://([a-z-]+):\d+", told)) & set(services.NAMES) - {name}
        self.assertEqual({"console", "task-service"}, called["reporting-service"])
        for name, policy in self.of("NetworkPolicy").items():
            self.assertEqual(called[name], self.named(policy["spec"]["egress"][1]["to"]), name)
            self.assertEqual({caller for caller in called if name in called[caller]}, self.named(policy["spec"]["ingress"][0]["from"]), name)

    def test_calls_to_the_outside_are_let_out(self):
        ports = {port["port"] for port in self.of("NetworkPolicy")["task-service"]["spec"]["egress"][-1]["ports"]}
        for address in (TOLD["kafka"]["bootstrapServers"], TOLD["tracing"]["endpoint"], "smtp://mail:25", "smtps://mail:465", "http://proxy:3128", "mongodb://store:27017"):
            self.assertIn(int(re.search(r":(\d+)", address).group(1)), ports, address)

    def test_monitors_give_the_labels_that_rules_and_dashboards_ask_for(self):
        import yaml
        scraped = yaml.safe_load((checking.PROMETHEUS / "prometheus.yml").read_text(encoding="utf-8"))["scrape_configs"]
        jobs = {part: config["job_name"] for config in scraped for sd in config.get("dns_sd_configs", ()) for part in sd["names"]}
        for name, monitor in self.of("ServiceMonitor").items():
            endpoint = monitor["spec"]["endpoints"][0]
            self.assertEqual({"application": name, "job": jobs[name]}, {label["targetLabel"]: label["replacement"] for label in endpoint["relabelings"]})
            self.assertEqual(("Metrics", "metrics-token"), (endpoint["authorization"]["type"], endpoint["authorization"]["credentials"]["key"]), name)

    def test_processes_that_read_documents_fit_beside_plan_service(self):
        limit = self.container(self.of("Deployment")["plan-service"])["resources"]["limits"]["memory"]
        self.assertGreaterEqual(room_beside_readers(megabytes(limit), at_once=2), 256)

    def test_a_backup_is_taken_by_schedule_into_a_volume_by_a_user_of_its_own(self):
        job = self.of("CronJob")["backup"]["spec"]
        pod = job["jobTemplate"]["spec"]["template"]["spec"]
        container = pod["containers"][0]
        self.assertTrue(pod["securityContext"]["runAsNonRoot"])
        self.assertEqual({"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}, container["securityContext"])
        self.assertEqual(["take", "/backups/$(NAME).dondoc"], container["args"])
        self.assertIn("NAME", [variable["name"] for variable in container["env"]])
        self.assertEqual({mount["name"] for mount in container["volumeMounts"]}, {volume["name"] for volume in pod["volumes"]})
        self.assertEqual([], [found for found in self.render(dict(TOLD, backup={})) if found["kind"] == "CronJob"], "none unless asked for")

    def test_one_replica_may_be_evicted(self):
        values = dict(TOLD, services={"console": {"replicas": 1}})
        budgets = [found["metadata"]["name"] for found in self.render(values) if found["kind"] == "PodDisruptionBudget"]
        self.assertEqual(set(services.NAMES) - {"console"}, set(budgets))

    def test_what_is_missing_is_said(self):
        import helm_python
        for missing, sentence in (("host", "the host name of the console"), ("kafka", "the addresses of the brokers"), ("oidc", "the OpenID Connect provider"), ("mail", "the sender of letters")):
            values = {key: value for key, value in TOLD.items() if key != missing}
            with self.assertRaises(helm_python.HelmError) as refused:
                self.render(values)
            self.assertIn(sentence, str(refused.exception))
        with self.assertRaises(helm_python.HelmError) as refused:
            self.render(dict(TOLD, backup={"enabled": True}))
        self.assertIn("the volume for the files", str(refused.exception))

    def test_another_release_name_stands_beside(self):
        import helm_python
        import yaml
        with helm_python.Chart.load(str(checking.CHART)) as chart:
            made = chart.render(TOLD, name="thu", namespace="dondoc")
        names = [found["metadata"]["name"] for name, text in made.items() if name.endswith(".yaml") for found in yaml.safe_load_all(text) if found]
        self.assertTrue(all(name.startswith("thu-") for name in names), names)

    @staticmethod
    def named(peers):
        return {peer["podSelector"]["matchLabels"]["app.kubernetes.io/name"] for peer in peers if "podSelector" in peer}

    @staticmethod
    def container(deployment):
        return deployment["spec"]["template"]["spec"]["containers"][0]
