"""Addresses of sign-in, accounts and the journal.

Of allauth only what is used here: nobody makes himself an account, and nothing is sent
by mail, so those addresses do not exist.
"""

from allauth.account.views import logout
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

import thb.converters  # noqa: F401 - registers <code:…>
from accounts import lock, views
from accounts.keys import AccountKeys

users = [
    path("", views.UserList.as_view(), name="list"),
    path("add/", views.UserAdd.as_view(), name="add"),
    path("<code:username>/change/", views.UserChange.as_view(), name="change"),
    path("<code:username>/password/", views.UserPassword.as_view(), name="password"),
    path("<code:username>/role/", views.UserRole.as_view(), name="role"),
    path("<code:username>/factor/", views.UserFactor.as_view(), name="factor"),
    path("<code:username>/", views.UserDetail.as_view(), name="detail"),
]

urlpatterns = [
    path("account/login/", views.sign_in, name="account_login"),
    path("account/logout/", logout, name="account_logout"),
    path("account/again/", views.password_again, name="account_reauthenticate"),
    path("account/password/", views.own_password, name="account_change_password"),
    path("account/keys/", AccountKeys.as_view(), name="account_keys"),
    path("account/factors/", include("allauth.mfa.urls")),
    path("lock/", lock.Lock.as_view(), name="lock"),
    path("stay/", lock.Stay.as_view(), name="stay"),
    path("kept/", lock.Kept.as_view(), name="kept"),
    path("language/", login_not_required(views.choose_language), name="set_language"),
    path("users/", include((users, "users"))),
    path("journal/", views.Journal.as_view(), name="journal"),
]
