from django.apps.registry import Apps
from django.db import migrations

ORGANISATIONS = [
    ("mia", "Daxili İşlər Nazirliyi", "law_enforcement"),
    ("mia_main_department", "DİN İnsan Alverinə Qarşı Mübarizə Baş İdarəsi", "law_enforcement"),
    ("prosecutor_general", "Baş Prokurorluq", "legal"),
    ("courts", "Məhkəmələr", "legal"),
    ("state_security_service", "Dövlət Təhlükəsizliyi Xidməti", "law_enforcement"),
    ("state_border_service", "Dövlət Sərhəd Xidməti", "immigration"),
    ("state_migration_service", "Dövlət Miqrasiya Xidməti", "immigration"),
    ("ministry_of_foreign_affairs", "Xarici İşlər Nazirliyi", "central_government"),
    ("ministry_of_labour", "Əmək və Əhalinin Sosial Müdafiəsi Nazirliyi", "central_government"),
    ("assistance_centre", "Yardım Mərkəzi", "central_government"),
    ("employment_agency", "Dövlət Məşğulluq Agentliyi", "central_government"),
    ("dost", "DOST Agentliyi", "central_government"),
    ("ministry_of_health", "Səhiyyə Nazirliyi", "health"),
    ("ministry_of_education", "Təhsil Nazirliyi", "central_government"),
    ("ministry_of_justice", "Ədliyyə Nazirliyi", "central_government"),
    ("state_committee_family", "Ailə, Qadın və Uşaq Problemləri üzrə Dövlət Komitəsi", "central_government"),
    ("commissions_on_minors", "Yetkinlik yaşına çatmayanların işləri üzrə komissiyalar", "local_government"),
    ("guardianship_bodies", "Qəyyumluq və himayəçilik orqanları", "local_government"),
    ("ombudsman", "İnsan Hüquqları üzrə Müvəkkil", "central_government"),
    ("labour_monitoring_centre", "Əmək Münasibətlərinin Monitorinqi Mərkəzi", "central_government"),
    ("ngo_support_agency", "QHT-lərə Dövlət Dəstəyi Agentliyi", "central_government"),
    ("iom", "Beynəlxalq Miqrasiya Təşkilatı", "international"),
    ("interpol", "İnterpol", "international"),
]  # fmt: skip


def seed(apps: Apps, _schema_editor: object) -> None:
    """Add the institutions that the law names."""
    organisation = apps.get_model("reference", "Organisation")
    for code, name, kind in ORGANISATIONS:
        organisation.objects.create(code=code, name=name, type=kind)


class Migration(migrations.Migration):
    """Institutions that every register knows."""

    dependencies = [("reference", "0002_tables")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
